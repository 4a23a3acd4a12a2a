using Dapper;
using Mamis.Certification.Domain;
using Mamis.Certification.Domain.Eligibility;
using Mamis.Kernel;
using Npgsql;

namespace Mamis.Certification.Views;

/// <summary>Opens the file of a physician: copies of what others own and this service's own views, in one round trip.</summary>
public sealed class PhysicianFiles(NpgsqlDataSource database)
{
    private const string Query =
        """
        select county, prefecture, jma, workplace_prefecture, my_page, self_registered and not licence_checked as registration_unchecked
        from physician_copy where physician_id = @Physician;

        select valid_from, valid_to, grace_until from certificate_card where physician_id = @Physician and scheme = @Scheme;

        select id from application_case where physician_id = @Physician and scheme = @Scheme
            and submitted_on is not null and status in ('AwaitingCredits', 'CreditsShort', 'AtDesk', 'Returned');

        select exists (select 1 from application_case where physician_id = @Physician and scheme = @Scheme
            and kind = 'New' and status = 'Granted' and entries = 0);

        select entry_id, training_key, date, category, item, units, source, mode, attendance, role, format,
            case when paper_verdict = 'verified' then 'posted' else status end as status,
            exists (select 1 from credit_set s where s.physician_id = c.physician_id and s.state = 'spent' and s.entry_ids ? c.entry_id::text) as spent
        from credit_copy c
        where physician_id = @Physician and training_key is not null and not withdrawn and paper_verdict is distinct from 'refused'
        order by date, entry_id;
        """;

    public async Task<PhysicianFile> Load(PhysicianId physician, Scheme scheme, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        await using var found = await connection.QueryMultipleAsync(new CommandDefinition(
            Query, new { Physician = physician.Value, Scheme = scheme.ToString() }, cancellationToken: cancellation));
        var person = await found.ReadSingleOrDefaultAsync<PersonRow>();
        var card = await found.ReadSingleOrDefaultAsync<CardRow>();

        return new()
        {
            Physician = physician,
            Scheme = scheme,
            Standing = person?.Standing,
            MyPageCompleted = person is { MyPage: true },
            RegistrationUnchecked = person is { RegistrationUnchecked: true },
            Certificate = card is null ? null : new(card.ValidFrom, card.ValidTo),
            GraceGranted = card?.GraceUntil is not null,
            OpenApplication = await found.ReadSingleOrDefaultAsync<Guid?>(),
            GrantedWithoutUnits = await found.ReadSingleAsync<bool>(),
            Credits = [.. (await found.ReadAsync<CreditRow>()).Select(it => it.ToCredit())],
        };
    }

    private sealed record PersonRow
    {
        public string? County { get; init; }

        public string? Prefecture { get; init; }

        public bool Jma { get; init; }

        public string? WorkplacePrefecture { get; init; }

        public bool MyPage { get; init; }

        public bool RegistrationUnchecked { get; init; }

        public Standing? Standing => WorkplacePrefecture is null ? null : new(County, Prefecture, Jma, WorkplacePrefecture);
    }

    private sealed record CardRow
    {
        public DateOnly ValidFrom { get; init; }

        public DateOnly ValidTo { get; init; }

        public DateOnly? GraceUntil { get; init; }
    }

    private sealed record CreditRow
    {
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
}
