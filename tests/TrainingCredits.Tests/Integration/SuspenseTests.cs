using Mamis.Contracts.Identity;
using Mamis.Kernel;
using Mamis.Testing;

namespace Mamis.TrainingCredits.Tests.Integration;

/// <summary>Held rows find their physician without a second upload, in whatever order things arrive (rule A3, P4).</summary>
[Trait("Category", "Servers")]
public sealed class SuspenseTests(CreditsApp app) : IClassFixture<CreditsApp>
{
    [Fact]
    public async Task Rows_of_people_who_become_known_are_credited_with_their_first_source()
    {
        var people = Enumerable.Range(0, 60).Select(_ => Steps.Somebody()).ToArray();
        var training = await app.DesignatedTraining("ORG-1", "life-update");
        var posted = await (await app.PostList("ORG-1", training, string.Concat(people.Select(it => it.Row())))).Body();

        app.Identity.Fail(times: 2);
        await app.Introduce(people);
        await Eventually.True(async () => await Credited(training) == people.Length);

        var ledger = await (await app.AsPhysician(people[59].Id.Value).GetAsync("/ledgers/me")).Body();
        var line = ledger["entries"]?[0];
        Assert.Equal(people.Length, posted.Counts().Suspended);
        Assert.Equal(posted["listId"].Id(), line?["listId"].Id());
        Assert.Equal(60, line?["listRow"]?.GetValue<int>());
        Assert.Equal(0, await Count($"select count(*) from suspense where training_id = '{training}' and (family_name <> '' or birth_date is not null)"));
    }

    [Fact]
    public async Task A_row_waits_for_the_registration_of_the_my_page_A1()
    {
        var person = Steps.Somebody(active: false);
        await app.Introduce(person);
        var training = await app.DesignatedTraining("ORG-1", "life-update");

        var posted = await (await app.PostList("ORG-1", training, person.Row())).Body();
        await app.Bus.Bus.Publish(new MyPageActivated { PhysicianId = person.Id.Value, OccurredAt = default });
        await Eventually.True(async () => await Credited(training) == 1);

        Assert.Equal("MYPAGE_INCOMPLETE", posted["results"]?[0]?["code"]?.GetValue<string>());
    }

    [Fact]
    public async Task A_registration_that_is_heard_before_the_person_counts_too()
    {
        var person = Steps.Somebody(active: false);
        var training = await app.DesignatedTraining("ORG-1", "life-update");
        await app.PostList("ORG-1", training, person.Row());

        await app.Bus.Bus.Publish(new MyPageActivated { PhysicianId = person.Id.Value, OccurredAt = default });
        await app.Introduce(person);

        await Eventually.True(async () => await Credited(training) == 1);
    }

    [Fact]
    public async Task A_row_under_another_name_waits_until_the_name_fits()
    {
        var married = Steps.Somebody();
        var training = await app.DesignatedTraining("ORG-1", "life-update");
        await app.PostList("ORG-1", training, (married with { FamilyName = "鈴木" }).Row());

        await app.Introduce(married);
        await Eventually.True(async () => await Count($"select count(*) from suspense where training_id = '{training}' and judged_code = 'NAME_MISMATCH'") == 1);
        Assert.Equal(0, await Credited(training));

        app.Identity.Know(married with { FamilyName = "鈴木", Version = 2 });
        await app.Bus.Bus.Publish(new PhysicianKnown { PhysicianId = married.Id.Value, Version = 2, OccurredAt = default });
        await Eventually.True(async () => await Credited(training) == 1);
    }

    [Fact]
    public async Task A_copy_made_from_an_older_version_changes_nothing()
    {
        var person = Steps.Somebody();
        await app.Introduce(person with { Version = 5 });
        var other = Steps.Somebody();

        app.Identity.Know(person with { FamilyName = "旧姓", Version = 4 });
        await app.Bus.Bus.Publish(new PhysicianKnown { PhysicianId = person.Id.Value, Version = 4, OccurredAt = default });
        await app.Introduce(other);

        Assert.Equal(0, await Count("select count(*) from person where family_name = '旧姓'"));
    }

    [Fact]
    public async Task Staff_see_the_rows_of_trainings_in_their_prefecture()
    {
        var person = Steps.Somebody();
        var training = await app.DesignatedTraining("ORG-1", "life-update");
        await app.PostList("ORG-1", training, person.Row());

        Assert.True(await Sees(app.As(Roles.PrefectureStaff, "13")));
        Assert.True(await Sees(app.As(Roles.JmaStaff, Association.Jma)));
        Assert.False(await Sees(app.As(Roles.PrefectureStaff, "14")));

        async Task<bool> Sees(HttpClient client) =>
            (await client.GetStringAsync("/suspense")).Contains(person.LicenceNumber, StringComparison.Ordinal);
    }

    private Task<long> Credited(Guid training) => Count($"select count(*) from ledger_entry where training_id = '{training}'");

    private async Task<long> Count(string sql)
    {
        await using var command = app.Database.CreateCommand(sql);
        return await command.ExecuteScalarAsync() as long? ?? -1;
    }
}
