using Mamis.Kernel;

namespace Mamis.ServiceDefaults.Files;

/// <summary>Why an uploaded table is refused as a whole.</summary>
public static class CsvRefusals
{
    public static readonly Refusal FileTypeWrong = new("FILE_TYPE_WRONG", "Send the file as text/csv.", RefusalKind.Invalid);
    public static readonly Refusal CharsetUnknown = new("CHARSET_UNKNOWN", "Send UTF-8, or Shift_JIS with charset=shift_jis in the content type.", RefusalKind.Invalid);
    public static readonly Refusal FileUnreadable = new("FILE_UNREADABLE", "The file is not in the character set it was sent in, or its quotes do not close.", RefusalKind.Invalid);
    public static readonly Refusal ColumnMissing = new("COLUMN_MISSING", "The header lacks this column.", RefusalKind.Invalid);
    public static readonly Refusal ColumnUnknown = new("COLUMN_UNKNOWN", "The header has a column that no import knows.", RefusalKind.Invalid);
    public static readonly Refusal ColumnTwice = new("COLUMN_TWICE", "The header has this column twice.", RefusalKind.Invalid);
}
