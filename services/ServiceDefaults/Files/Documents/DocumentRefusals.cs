using Mamis.Kernel;

namespace Mamis.ServiceDefaults.Files.Documents;

/// <summary>Why an uploaded document is not kept, or not handed out.</summary>
public static class DocumentRefusals
{
    public static readonly Refusal Missing = new("FIELD_MISSING", "This field is needed.", RefusalKind.Invalid);
    public static readonly Refusal Empty = new("DOCUMENT_EMPTY", "The file has no content.", RefusalKind.Invalid);
    public static readonly Refusal TooLarge = new("DOCUMENT_TOO_LARGE", "Send a file of at most 20 MB.", RefusalKind.Invalid);
    public static readonly Refusal TypeUnknown = new("DOCUMENT_TYPE_UNKNOWN", "Send a PDF, JPEG, PNG or HEIC file.", RefusalKind.Invalid);
    public static readonly Refusal Unknown = new("DOCUMENT_UNKNOWN", "There is no such document for you.", RefusalKind.NotFound);
}
