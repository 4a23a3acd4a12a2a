using System.Globalization;
using Mamis.Kernel;
using Mamis.TrainingCredits.Domain;

namespace Mamis.TrainingCredits.Features.Attendance;

/// <summary>A row of an attendance list that could be read.</summary>
/// <param name="Session">Number of the session in the training, or its id.</param>
public sealed record AttendanceRow(
    string LicenceNumber, string FamilyName, string GivenName, DateOnly? BirthDate, string Session, Attending Attending);

/// <summary>What reading made of one row: either the row or everything that is wrong with it.</summary>
/// <param name="Row">From 1, the header not counted.</param>
public sealed record RowReading(int Row, AttendanceRow? Given, Refusal? Malformed)
{
    private const int LongestName = 100;
    private static readonly string[] Days = ["yyyy-MM-dd", "yyyy/M/d"];

    public static RowReading Broken(int row, string what) =>
        new(row, Given: null, RowRefusals.Malformed with { Explanation = what });

    /// <summary>Reads the values of a row, given in the order of <see cref="Columns.Names"/>.</summary>
    public static RowReading Of(int row, IReadOnlyList<string> values)
    {
        var faults = new List<string>();
        var number = Spelling.Narrow(values[0]).TrimStart('0');
        var birthDate = Spelling.Narrow(values[3]);
        var day = DateOnly.TryParseExact(birthDate, Days, CultureInfo.InvariantCulture, DateTimeStyles.None, out var born) ? born : (DateOnly?)null;
        var session = Spelling.Narrow(values[4]);
        var role = Codes.Find<AttendanceRole>(Spelling.Narrow(values[5]));
        var mode = Codes.Find<Mode>(Spelling.Narrow(values[6]));
        var presence = Codes.Find<Presence>(Spelling.Narrow(values[7]));

        Check(number.Length is >= 1 and <= 7 && number.All(char.IsAsciiDigit), "licenceNumber: 1 to 7 digits");
        Check(IsName(values[1]) && values[1].Trim().Length > 0, $"familyName: 1 to {LongestName} characters");
        Check(IsName(values[2]), $"givenName: at most {LongestName} characters");
        Check(birthDate.Length == 0 || day is not null, "birthDate: a day like 1970-04-01, or nothing");
        Check(session.Length > 0, "session: its number or its id");
        Check(role is not null, $"role: one of {Codes.All<AttendanceRole>()}");
        Check(mode is not null, $"mode: one of {Codes.All<Mode>()}");
        Check(presence is not null, $"attendance: one of {Codes.All<Presence>()}");

        return faults.Count > 0
            ? Broken(row, string.Join("; ", faults))
            : new(row, new(number, values[1].Trim(), values[2].Trim(), day, session, new(role ?? default, mode ?? default, presence ?? default)), Malformed: null);

        void Check(bool holds, string fault)
        {
            if (!holds)
            {
                faults.Add(fault);
            }
        }
    }

    private static bool IsName(string text) => text.Length <= LongestName && !text.Any(char.IsControl);
}
