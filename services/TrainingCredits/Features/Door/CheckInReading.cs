using System.Globalization;
using Mamis.Kernel;
using Mamis.TrainingCredits.Domain;
using Mamis.TrainingCredits.Domain.Door;

namespace Mamis.TrainingCredits.Features.Door;

/// <summary>One check-in as a device sends it.</summary>
/// <param name="Id">Made on the device; the same check-in has the same id whenever it is sent.</param>
/// <param name="Pass">What the scanner read; else number and birth date from a document, since a number alone would tell a stranger's name.</param>
/// <param name="At">By the clock of the device; nothing when it happens now.</param>
public sealed record CheckInItem(
    Guid? Id = null, string? Direction = null, string? Pass = null, string? LicenceNumber = null, string? BirthDate = null, DateTimeOffset? At = null);

/// <summary>What reading made of a check-in: who, which way, when, or everything that is wrong with it.</summary>
public sealed record CheckInReading(
    Guid Id, Direction Direction, CheckInPass? Pass, string? LicenceNumber, DateOnly? BirthDate, DateTimeOffset? At, Refusal? Fault)
{
    private static readonly string[] Days = ["yyyy-MM-dd", "yyyyMMdd"];

    public static CheckInReading Of(CheckInItem item, ReadOnlySpan<byte> key)
    {
        var faults = new List<string>();
        var direction = Codes.Find<Direction>(item.Direction);
        var number = Spelling.Narrow(item.LicenceNumber ?? string.Empty).TrimStart('0');
        var birthDate = Day(item.BirthDate);
        var byPass = !string.IsNullOrWhiteSpace(item.Pass);

        Check(item.Id is { } id && id != Guid.Empty, "id: a UUID of your own");
        Check(direction is not null, $"direction: one of {Codes.All<Direction>()}");
        Check(byPass || (number.Length is >= 1 and <= 7 && number.All(char.IsAsciiDigit)), "pass, or licenceNumber of 1 to 7 digits");
        Check(item.At is null or { Year: > 2000 and < 9000 }, "at: a time of these years");
        Check(byPass || birthDate is not null, "birthDate: a day like 1970-04-01");

        var pass = byPass && faults.Count == 0 ? CheckInPass.Read(key, item.Pass ?? string.Empty) : null;
        var fault = faults.Count > 0 ? DoorRefusals.CheckInMalformed with { Explanation = string.Join("; ", faults) }
            : byPass && pass is null ? DoorRefusals.PassUnreadable
            : null;

        return new(item.Id ?? default, direction ?? default, pass, byPass ? null : number, birthDate, item.At, fault);

        void Check(bool holds, string what)
        {
            if (!holds)
            {
                faults.Add(what);
            }
        }
    }

    private static DateOnly? Day(string? text) =>
        DateOnly.TryParseExact(Spelling.Narrow(text ?? string.Empty), Days, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
