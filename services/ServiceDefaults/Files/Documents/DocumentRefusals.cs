using Mamis.Kernel;

namespace Mamis.ServiceDefaults.Files.Documents;

/// <summary>Why an uploaded document is not kept, or not handed out.</summary>
public static class DocumentRefusals
{
    public static readonly Refusal NotForm = new("BODY_NOT_FORM", "Send a form of type multipart/form-data.", RefusalKind.Invalid);
    public static readonly Refusal Missing = new("FIELD_MISSING", "This field is needed.", RefusalKind.Invalid);
    public static readonly Refusal Empty = new("DOCUMENT_EMPTY", "The file has no content.", RefusalKind.Invalid);
    public static readonly Refusal TooLarge = new("DOCUMENT_TOO_LARGE", "Send a file of at most 20 MB.", RefusalKind.Invalid);
    public static readonly Refusal TypeUnknown = new("DOCUMENT_TYPE_UNKNOWN", "Send a PDF, JPEG, PNG or HEIC file.", RefusalKind.Invalid);
    public static readonly Refusal Infected = new("DOCUMENT_INFECTED", "The scanner found malware in the file. Send another one, made anew.", RefusalKind.Invalid);
    public static readonly Refusal ScannerAway = new("DOCUMENT_SCANNER_AWAY", "The file cannot be scanned for malware now, so it was not kept. Send it again in a few minutes.", RefusalKind.Unavailable);
    public static readonly Refusal Deleted = new("DOCUMENT_DELETED", "The file was deleted when its time was over; that it was sent stays on record.", RefusalKind.NotFound);
    public static readonly Refusal Unknown = new("DOCUMENT_UNKNOWN", "There is no such document for you.", RefusalKind.NotFound);
}
