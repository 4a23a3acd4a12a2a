using Mamis.Kernel;
using Mamis.TrainingCredits.Domain;
using Mamis.TrainingCredits.Features;
using Mamis.TrainingCredits.Features.Attendance;

namespace Mamis.TrainingCredits.Tests;

/// <summary>Trainings, people and rows that are fine in every respect, for tests that change one thing.</summary>
public static class Some
{
    public const string Organizer = "ORG-7";
    public static readonly DateOnly Today = new(2026, 11, 22);
    public static readonly DateOnly Yesterday = new(2026, 11, 21);
    public static readonly TrainingId TrainingId = new(Guid.Parse("0197a000-0000-7000-8000-000000000001"));
    public static readonly StaffId Clerk = new(Guid.Parse("0197a000-0000-7000-8000-000000000002"));
    public static readonly PhysicianId Holder = new(Guid.Parse("0197a000-0000-7000-8000-000000000003"));
    public static readonly ListId List = new(Guid.Parse("0197a000-0000-7000-8000-000000000004"));

    public static readonly Person Physician = new(Holder, Version: 1, "123456", "山田", "花子", new(1975, 6, 1), Active: true);

    public static readonly Attending Attending = new(AttendanceRole.Attendee, Mode.Onsite, Presence.Full);

    public static readonly AttendanceRow Row = new("123456", "山田", "花子", new(1975, 6, 1), "1", Attending);

    public static Session Session(int number = 1, Category category = Category.LifeUpdate, Mode mode = Mode.Onsite, DateOnly? date = null) => new(
        TrainingCredits.Domain.Session.IdOf(TrainingId, number), number, $"講義{number}", date ?? Yesterday, new(14, 0), new(16, 0), "東京", mode, category,
        Item: null, Units: 2, Capacity: null, Topic: null, SecondCategory: null, Format: null);

    public static TrainingDrafted Drafted(params IReadOnlyList<Session> sessions) => new(Organizer, Clerk, "産業医研修会", "13", sessions);

    public static Training Designated(params IReadOnlyList<Session> sessions) =>
        new Training().Evolve(Drafted(sessions)).Evolve(new TrainingRequested(Clerk)).Evolve(new TrainingApproved(Clerk)).Evolve(new TrainingDesignated(Clerk));

    public static PostCredit.Command Credit(Session? session = null, Attending? attending = null) => new(
        Holder, TrainingId, session ?? Session(), (session ?? Session()).Category, attending ?? Attending, new(List, Row: 1, Clerk));

    /// <summary>An entry in a ledger, posted from the given session.</summary>
    public static CreditPosted Posted(int session = 1) => (CreditPosted)PostCredit.Decide(new(), Credit(Session(session))).Events[0];

    public static JudgeAttendance Judge(Training training, params IReadOnlyList<Person> people) => new(
        training, new(TrainingId, List, Clerk, BusinessCalendar.StartOf(Today), people.ToDictionary(it => it.LicenceNumber), _ => new(), new HashSet<Guid>()));

    /// <summary>What becomes of rows, numbered as they are given.</summary>
    public static IReadOnlyList<RowResult> Judged(this JudgeAttendance judge, params IReadOnlyList<AttendanceRow> rows) =>
        judge.Judge([.. rows.Select((it, i) => new RowReading(i + 1, it, Malformed: null))]);
}
