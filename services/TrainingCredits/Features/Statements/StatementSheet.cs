using System.Globalization;
using Mamis.Kernel;
using Mamis.Printing;
using Mamis.TrainingCredits.Domain;
using Mamis.TrainingCredits.Views;

namespace Mamis.TrainingCredits.Features.Statements;

/// <summary>The sheets a statement is printed on; their words and their look are resources.</summary>
public static class StatementSheet
{
    private static readonly string Sheet = Resource("statement.ja.html");
    private static readonly string Entry = Resource("statement-entry.ja.html");
    private static readonly string Sum = Resource("statement-sum.ja.html");
    private static readonly string Words = Resource("statement-words.ja.txt");

    public static Html Of(LedgerStatement statement, string code) => Html.Of(Sheet, name => name switch
    {
        "name" => $"{statement.Holder.FamilyName} {statement.Holder.GivenName}".Trim(),
        "number" => statement.Holder.LicenceNumber,
        "birthDate" => Written(statement.Holder.BirthDate),
        "knownOn" => Written(statement.KnownOn),
        "printedOn" => Written(statement.PrintedOn),
        "count" => Number(statement.Page.Entries.Count),
        "sums" => Html.Of(statement.Page.Totals.Select(Line)),
        "entries" => Html.Of(statement.Page.Entries.Select(Line)),
        "code" => code,
        _ => throw new InvalidOperationException($"A statement has nothing for {name}."),
    });

    private static Html Line(CategoryTotal it) => Html.Of(Sum, name => name switch
    {
        "category" => Word(Codes.Of(it.Category)),
        "units" => Number(it.Units),
        "free" => Number(it.Free),
        "aside" => Number(it.SetAside),
        "spent" => Number(it.Spent),
        "pending" => Number(it.Pending),
        _ => throw new InvalidOperationException($"A sum has nothing for {name}."),
    });

    private static Html Line(LedgerLine it) => Html.Of(Entry, name => name switch
    {
        "date" => Written(it.Date),
        "training" => it.TrainingTitle,
        "session" => it.SessionTitle,
        "category" => Word(Codes.Of(it.Category)),
        "item" => it.Item is { } item ? Word(item) : string.Empty,
        "units" => Number(it.Units),
        "status" => Word(Codes.Of(it.Status)),
        "reason" => it.Reason ?? (it.Attendance is Presence.Partial ? Word("not-whole") : string.Empty),
        "source" => Source(it),
        "postedOn" => Written(BusinessCalendar.DayOf(it.PostedAt)),
        _ => throw new InvalidOperationException($"An entry has nothing for {name}."),
    });

    private static string Source(LedgerLine it) => it.Source is EntrySource.Paper
        ? Word("paper")
        : Template.Fill(Word("list"), name => name switch
        {
            "list" => it.ListId?.ToString()[..8],
            "row" => it.ListRow?.ToString(CultureInfo.InvariantCulture),
            "role" => Word(Codes.Of(it.Role)),
            "mode" => Word(Codes.Of(it.Mode)),
            _ => Word(Codes.Of(it.Attendance)),
        });

    private static string Number(int it) => it.ToString(CultureInfo.InvariantCulture);

    private static string Written(DateOnly day) => day.ToString(Word("date"), CultureInfo.InvariantCulture);

    private static string Word(string key) => Template.Word(Words, key);

    private static string Resource(string name) => Template.Read(typeof(StatementSheet).Assembly, name);
}
