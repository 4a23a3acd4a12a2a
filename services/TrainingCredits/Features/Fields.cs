using System.Globalization;
using Mamis.Kernel;
using Mamis.TrainingCredits.Domain;

namespace Mamis.TrainingCredits.Features;

/// <summary>Reads a request field by field, so that one answer names everything that is wrong with it.</summary>
public sealed class Fields
{
    private static readonly string[] Times = ["HH:mm", "HH:mm:ss"];

    private readonly List<Refusal> _faults = [];

    public IReadOnlyList<Refusal> Faults => _faults;

    public string Text(string field, string? value, int most)
    {
        var text = value?.Trim() ?? string.Empty;
        Require(text.Length > 0 && text.Length <= most && !text.Any(char.IsControl), field, $"Text of 1 to {most} characters in one line.");
        return text;
    }

    public string? OptionalText(string field, string? value, int most) =>
        string.IsNullOrWhiteSpace(value) ? null : Text(field, value, most);

    public DateOnly Day(string field, string? value)
    {
        Require(DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day), field, "A day like 2026-04-01.");
        return day;
    }

    public TimeOnly Time(string field, string? value)
    {
        Require(TimeOnly.TryParseExact(value, Times, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time), field, "A time like 14:00.");
        return time;
    }

    public TEnum Choice<TEnum>(string field, string? value)
        where TEnum : struct, Enum
    {
        var choice = Codes.Find<TEnum>(value);
        Require(choice is not null, field, $"One of {Codes.All<TEnum>()}.");
        return choice ?? default;
    }

    public TEnum? OptionalChoice<TEnum>(string field, string? value)
        where TEnum : struct, Enum => value is null ? null : Choice<TEnum>(field, value);

    public int Whole(string field, int? value, int most)
    {
        Require(value >= 1 && value <= most, field, $"A whole number from 1 to {most}.");
        return value ?? 0;
    }

    public void Require(bool holds, string field, string explanation) =>
        Require(holds, Refusals.FieldInvalid with { Explanation = explanation, Subject = field });

    public void Require(bool holds, Refusal refusal)
    {
        if (!holds)
        {
            _faults.Add(refusal);
        }
    }
}
