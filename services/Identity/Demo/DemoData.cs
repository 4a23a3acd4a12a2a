using Mamis.EventStore;
using Mamis.Identity.Credentials;
using Mamis.Identity.Domain;
using Mamis.Identity.Features;
using Mamis.Identity.Features.Import;
using Mamis.Identity.Tokens;
using Mamis.Identity.Views;
using Mamis.Kernel;
using Mamis.ServiceDefaults.Files;
using Npgsql;

namespace Mamis.Identity.Demo;

/// <summary>Invented people for an empty system (rule D8). Its events stand in one transaction, and its file becomes visible after it.</summary>
public sealed class DemoData(
    IEventStore store, NpgsqlDataSource database, Accounts accounts, TotpCodes totp, TimeProvider clock, ILogger<DemoData> logger)
{
    private static readonly StaffId By = new(DeterministicId.From("demo", "importer"));

    private readonly Changes _changes = new();
    private readonly List<DemoFile.Login> _logins = [];

    /// <summary>Seeds an empty system and writes the file; on one that has staff it only makes visible what a crash left behind, and names the gateway of today.</summary>
    public async Task Seed(string path, string gateway, CancellationToken cancellation)
    {
        await using var alone = await Leadership.TryTake(database, "identity:demo", cancellation);

        if (alone is null)
        {
            logger.LogInformation("Another node makes the demonstration data");
            return;
        }

        if (await HasStaff(cancellation))
        {
            DemoFile.Publish(path);
            await DemoFile.MoveTo(path, gateway, cancellation);
            return;
        }

        await store.Append(await KnownAssociations.Missing("demo-counties.csv", store, database, cancellation), cancellation);
        AddOrganizers();
        await AddStaff(cancellation);
        await AddPhysicians(cancellation);
        var clients = AddClients();

        await new DemoFile(gateway, _logins, clients).Prepare(path, cancellation);
        await store.Append(_changes, cancellation);
        DemoFile.Publish(path);
        logger.LogInformation("The demonstration data is stored");
    }

    private void AddOrganizers()
    {
        foreach (var it in DataFile.Rows("demo-organizers.csv"))
        {
            _changes.Append<Organizer>(Organizer.IdOf(it[0]), 0, [new OrganizerRecognised(it[0], it[1], it[2])]);
        }
    }

    private async Task AddStaff(CancellationToken cancellation)
    {
        foreach (var it in DataFile.Rows("demo-staff.csv"))
        {
            var id = DeterministicId.From("demo-staff", it[2]);
            var secret = TotpCodes.NewSecret();
            await AddLogin(
                new() { Name = it[2], Password = RandomText.Groups(5), TotpSecret = secret, Role = it[0], Association = it[1] }, id, email: null, cancellation);
            _changes.Append<StaffMember>(id, 0, [new StaffMemberAppointed(it[0], it[1])]);
        }
    }

    /// <summary>They take the way of every import, and then their first login is done for them.</summary>
    private async Task AddPhysicians(CancellationToken cancellation)
    {
        var today = clock.Today();
        using var text = new StringReader(DataFile.Text("demo-physicians.csv"));
        var file = await CsvUpload.Read(text, ImportFile.Form, cancellation);
        var counties = await AssociationList.Codes(database, cancellation);
        var rows = file.Lines.Select(it => ImportRow.From(it, counties, today));

        foreach (var read in rows.Select(it => it.Read ?? throw new InvalidDataException($"demo-physicians.csv, row {it.Row}: {it.Reasons[0].Code}")))
        {
            var name = read.Standing.IsMember ? "demo-member" : "demo-nonmember";
            var person = read.Person with { PhysicianId = DeterministicId.From("demo-physician", read.Person.LicenceNumber) };
            var imported = ImportPhysician.Decide(
                new Physician(), new(read.Standing, read.Certificate is { } certificate ? [certificate] : [], [], By));
            _changes
                .Append<Physician>(person.PhysicianId, 0, [.. imported.Events, new ConsentGiven(Terms.On(today).Version), new MyPageActivated()])
                .Write(People.Store([person]));
            await AddLogin(
                new() { Name = name, Password = RandomText.Groups(5), Role = Roles.Physician, PhysicianId = person.PhysicianId },
                person.PhysicianId, person.Email, cancellation);
        }
    }

    private IReadOnlyList<DemoFile.Client> AddClients()
    {
        MachineClients.Client[] clients =
        [
            .. DataFile.Rows("demo-clients.csv").Select(it => new MachineClients.Client(it[0], MachineClients.NewSecret(), it[1], it[2], it[3])),
        ];
        _changes.Write(MachineClients.Store(clients));

        return [.. clients.Select(it => new DemoFile.Client(it.ClientId, it.Secret, it.Scope.Split(' ')))];
    }

    private async Task AddLogin(DemoFile.Login login, Guid subject, string? email, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var reasons = await accounts.Create(
            subject, login.Name, email, login.Password, login.TotpSecret is { } secret ? totp.Seal(secret) : null, isEmailConfirmed: email is not null);

        if (reasons.Count > 0)
        {
            throw new InvalidDataException($"The demonstration login {login.Name} was refused: {reasons[0].Code}");
        }

        _logins.Add(login);
    }

    private async Task<bool> HasStaff(CancellationToken cancellation)
    {
        await using var command = database.CreateCommand("select exists (select 1 from staff_list)");
        return await command.ExecuteScalarAsync(cancellation) is true;
    }
}
