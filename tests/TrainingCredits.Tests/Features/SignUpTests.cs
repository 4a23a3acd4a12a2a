using Mamis.Kernel;
using Mamis.Testing;
using Mamis.TrainingCredits.Domain;
using Mamis.TrainingCredits.Features.SignUps;

namespace Mamis.TrainingCredits.Tests.Features;

/// <summary>Places of a session: first come, first served, and whoever waits longest moves up.</summary>
public sealed class SignUpTests
{
    private static readonly PhysicianId[] Somebody = [.. Enumerable.Range(1, 5).Select(it => new PhysicianId(new Guid(it, 0, 0, new byte[8])))];

    /// <summary>On 1 December 2026 at 14:00 in Tokyo.</summary>
    private static readonly DateTimeOffset Begins = new(2026, 12, 1, 5, 0, 0, TimeSpan.Zero);

    private readonly Scenario<SessionPlaces> _places = new();

    [Fact]
    public void The_last_place_is_taken_and_the_next_physician_waits() => _places
        .Given(Taken(0))
        .When(it => SignUp.Decide(it, By(1)))
        .Then(Taken(1))
        .When(it => SignUp.Decide(it, By(2)))
        .Then(Awaited(2));

    [Fact]
    public void A_session_without_a_capacity_is_never_full() => _places
        .Given(Taken(0), Taken(1), Taken(2))
        .When(it => SignUp.Decide(it, By(3) with { Session = Session(capacity: null) }))
        .Then(Taken(3));

    [Fact]
    public void Signing_up_twice_is_one_place_or_one_turn() => _places
        .Given(Taken(0), Taken(1), Awaited(2))
        .When(it => SignUp.Decide(it, By(1)))
        .ThenNothing()
        .When(it => SignUp.Decide(it, By(2)))
        .ThenNothing();

    [Fact]
    public void Sign_up_closes_when_the_session_begins()
    {
        Assert.Single(SignUp.Decide(new(), By(0) with { Now = Begins.AddTicks(-1) }).Events);
        Assert.Equal("SIGN_UP_CLOSED", SignUp.Decide(new(), By(0) with { Now = Begins }).Refusals.Single().Code);
    }

    [Fact]
    public void So_does_taking_it_back()
    {
        var places = new SessionPlaces().Evolve(Taken(0));

        Assert.Single(CancelSignUp.Decide(places, By(0) with { Now = Begins.AddTicks(-1) }).Events);
        Assert.Equal("SIGN_UP_CLOSED", CancelSignUp.Decide(places, By(0) with { Now = Begins }).Refusals.Single().Code);
    }

    [Fact]
    public void Whoever_waits_longest_moves_up() => _places
        .Given(Taken(0), Taken(1), Awaited(2), Awaited(3))
        .When(it => CancelSignUp.Decide(it, By(0)))
        .Then(GivenUp(0), Taken(2))
        .When(it => CancelSignUp.Decide(it, By(1)))
        .Then(GivenUp(1), Taken(3))
        .When(it => CancelSignUp.Decide(it, By(2)))
        .Then(GivenUp(2));

    [Fact]
    public void Nobody_moves_up_when_somebody_stops_waiting() => _places
        .Given(Taken(0), Taken(1), Awaited(2), Awaited(3))
        .When(it => CancelSignUp.Decide(it, By(2)))
        .Then(GivenUp(2))
        .When(it => CancelSignUp.Decide(it, By(0)))
        .Then(GivenUp(0), Taken(3));

    [Fact]
    public void Whoever_comes_back_waits_at_the_end() => _places
        .Given(Taken(0), Taken(1), Awaited(2), GivenUp(0), Taken(2))
        .When(it => SignUp.Decide(it, By(0)))
        .Then(Awaited(0));

    [Fact]
    public void Taking_back_what_was_never_asked_for_changes_nothing() => _places
        .Given(Taken(0))
        .When(it => CancelSignUp.Decide(it, By(4)))
        .ThenNothing();

    private static PlaceTaken Taken(int who) => new(Some.TrainingId, Somebody[who]);

    private static PlaceAwaited Awaited(int who) => new(Some.TrainingId, Somebody[who]);

    private static PlaceGivenUp GivenUp(int who) => new(Some.TrainingId, Somebody[who]);

    private static SignUp.Command By(int who) => new(Somebody[who], Some.TrainingId, Session(capacity: 2), Begins.AddDays(-1));

    private static Session Session(int? capacity) => Some.Session(date: new(2026, 12, 1)) with { Capacity = capacity };
}
