using Dapper;
using Mamis.Certification.Domain;
using Mamis.Kernel;
using Npgsql;

namespace Mamis.Certification.Views;

/// <summary>Opens the file of a physician: copies of what others own and this service's own views, in one round trip.</summary>
public sealed class PhysicianFiles(NpgsqlDataSource database)
{
    private const string Query =
        $"""
        select county, prefecture, jma, workplace_prefecture, my_page, self_registered and not licence_checked as registration_unchecked
        from physician_copy where physician_id = @Physician;

        select valid_from, valid_to, grace_until from certificate_card
            where physician_id = @Physician and scheme = @Scheme and loss_ground is null;

        select id from application_case where physician_id = @Physician and scheme = @Scheme
            and submitted_on is not null and status in ('AwaitingCredits', 'CreditsShort', 'AtDesk', 'Returned');

        select exists (select 1 from application_case where physician_id = @Physician and scheme = @Scheme
            and kind = 'New' and status = 'Granted' and entries = 0);

        {CreditRow.Select} and c.physician_id = @Physician order by date, entry_id;
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
}
