using Mamis.Kernel;

namespace Mamis.Certification.Features;

/// <summary>What can be wrong with a field of a request.</summary>
public static class BadInput
{
    public static readonly Refusal NotJson = new("BODY_NOT_JSON", "Send one JSON object without repeated names.", RefusalKind.Invalid);
    public static readonly Refusal NotForm = new("BODY_NOT_FORM", "Send a form of type multipart/form-data.", RefusalKind.Invalid);
    public static readonly Refusal MissingField = new("FIELD_MISSING", "This field is needed.", RefusalKind.Invalid);
    public static readonly Refusal InvalidField = new("FIELD_INVALID", "This value cannot be used.", RefusalKind.Invalid);
    public static readonly Refusal UnknownField = new("FIELD_UNKNOWN", "There is no such field.", RefusalKind.Invalid);
}
