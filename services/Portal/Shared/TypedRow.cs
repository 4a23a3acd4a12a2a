using System.Globalization;

namespace Mamis.Portal.Shared;

/// <summary>A row of an attendance list on paper as somebody types it.</summary>
public sealed record TypedRow(string LicenceNumber, string FamilyName, string GivenName, string BirthDate, string Role, string Attendance)
{
    public static readonly string[] Texts = ["licenceNumber", "familyName", "givenName", "birthDate"];

    public static readonly TypedRow Nothing = new(string.Empty, string.Empty, string.Empty, string.Empty, "attendee", "full");

    public bool IsEmpty => string.IsNullOrWhiteSpace(LicenceNumber + FamilyName + GivenName + BirthDate);

    public string this[string field] => field switch
    {
        "licenceNumber" => LicenceNumber,
        "familyName" => FamilyName,
        "givenName" => GivenName,
        "birthDate" => BirthDate,
        "role" => Role,
        _ => Attendance,
    };

    /// <summary>The rows of a form, whose fields come as often as there are rows, in their order; empty ones are left out.</summary>
    public static IReadOnlyList<TypedRow> Read(IFormCollection form) =>
    [
        .. Enumerable.Range(0, form["licenceNumber"].Count)
            .Select(i => new TypedRow(
                At(form, "licenceNumber", i), At(form, "familyName", i), At(form, "givenName", i), At(form, "birthDate", i), At(form, "role", i), At(form, "attendance", i)))
            .Where(it => !it.IsEmpty),
    ];

    /// <summary>As the attendance list takes it; the mode is that of the session.</summary>
    public object In(int session, string mode) => new
    {
        licenceNumber = LicenceNumber,
        familyName = FamilyName,
        givenName = GivenName,
        birthDate = BirthDate,
        session = session.ToString(CultureInfo.InvariantCulture),
        role = Role,
        mode,
        attendance = Attendance,
    };

    private static string At(IFormCollection form, string field, int row) => (form[field].ElementAtOrDefault(row) ?? string.Empty).Trim();
}
