using Mamis.Certification.Domain.Eligibility;
using Mamis.Kernel;

namespace Mamis.Certification.Views;

/// <summary>A credit as this service keeps it: a copy of the ledger's entry, with what became of it since.</summary>
public sealed record CreditRow
{
    /// <summary>Those that can count at all; a further condition stands after this.</summary>
    public const string Select =
        """
        select c.physician_id, entry_id, training_key, date, category, item, units, source, mode, attendance, role, format,
            case when paper_verdict = 'verified' then 'posted' else status end as status,
            exists (select 1 from credit_set s where s.physician_id = c.physician_id and s.state = 'spent' and s.entry_ids ? c.entry_id::text) as spent
        from credit_copy c
        where training_key is not null and not withdrawn and paper_verdict is distinct from 'refused'
        """;

    public Guid PhysicianId { get; init; }

    public Guid EntryId { get; init; }

    public string TrainingKey { get; init; } = "";

    public DateOnly Date { get; init; }

    public string Category { get; init; } = "";

    public string? Item { get; init; }

    public int Units { get; init; }

    public string Source { get; init; } = "";

    public string Mode { get; init; } = "";

    public string Attendance { get; init; } = "";

    public string Role { get; init; } = "";

    public string? Format { get; init; }

    public string Status { get; init; } = "";

    public bool Spent { get; init; }

    public Credit ToCredit() => new(Date, Code<CreditCategory>(Category), Item, Units, Code<CreditSource>(Source), TrainingKey)
    {
        EntryId = EntryId,
        Status = Code<PostingState>(Status),
        Mode = Code<ParticipationMode>(Mode),
        Attendance = Code<Attendance>(Attendance),
        Role = Code<ParticipantRole>(Role),
        Format = Format is null ? TrainingFormat.Ordinary : Code<TrainingFormat>(Format),
        Consumed = Spent,
    };

    private static TCode Code<TCode>(string name)
        where TCode : struct, Enum =>
        Codes.Find<TCode>(name) ?? throw new InvalidOperationException($"'{name}' is no {typeof(TCode).Name}.");
}
