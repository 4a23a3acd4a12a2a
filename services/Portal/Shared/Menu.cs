using Mamis.Kernel;

namespace Mamis.Portal.Shared;

/// <summary>What a reader finds in the menu, by role: a few areas, and within the one the reader is in, its pages.</summary>
public static class Menu
{
    private static readonly Area Account = Area.Of("/account", "nav.account");

    /// <summary>Counties have no administrators of their own: their prefecture looks after their accounts.</summary>
    private static readonly Area AccountAndStaff = new("nav.account", [new("/account", "nav.account"), new("/desk/staff", "nav.staff")]);

    private static readonly Page Templates = new("/desk/templates", "nav.templates");
    private static readonly Page Webhooks = new("/desk/webhooks", "nav.webhooks");
    private static readonly Page Runs = new("/desk/renewal-runs", "nav.runs");

    private static readonly Page Simulator = new("/simulator", "nav.simulator");

    private static readonly Page Renewals = new("/desk/renewals", "nav.renewals");

    private static readonly Page[] Notices =
        [new("/desk/coverage", "nav.coverage"), new("/desk/ending", "nav.ending"), new("/desk/letters", "nav.letters"), new("/desk/notices", "nav.told"), new("/desk/lead-times", "nav.leads")];

    private static readonly Page[] Cases = [new("/desk/queue", "nav.waiting"), new("/desk/rounds", "nav.rounds")];

    /// <summary>Fees go to the first desk, which is never the JMA's.</summary>
    private static readonly Area CasesAndFees = new("nav.queue", [.. Cases, new("/desk/payments", "nav.payments")]);

    private static readonly Page[] Trainings = [new("/desk/trainings", "nav.designation"), new("/desk/suspense", "nav.suspense")];

    /// <summary>Of trainings in a prefecture: its own desk and the JMA see to them, counties do not.</summary>
    private static readonly Page[] OfPrefecture = [new("/desk/claims", "nav.claims"), new("/desk/flags", "nav.flags")];

    private static readonly Area[] People =
    [
        Area.Of("/desk/paper-credits", "nav.paper-desk"),
        new("nav.physicians", [new("/desk/physicians", "nav.search"), new("/desk/registrations", "nav.registrations"), new("/desk/unregistered", "nav.unregistered"), new("/desk/statements", "nav.statements"), Simulator]),
    ];

    private static readonly Area TrainingsOfPrefecture = new("nav.trainings", [.. Trainings, .. OfPrefecture]);

    private static readonly Area Inquiries = Area.Of("/desk/inquiries", "nav.inquiries");

    /// <summary>One page of the menu.</summary>
    /// <param name="Address">Pages below it count as the same.</param>
    /// <param name="Key">Of its words.</param>
    public sealed record Page(string Address, string Key)
    {
        public bool Is(PathString path) => path.StartsWithSegments(Address, StringComparison.Ordinal);
    }

    /// <summary>Pages that belong together; the first is where the area begins.</summary>
    public sealed record Area(string Key, IReadOnlyList<Page> Pages)
    {
        public static Area Of(string address, string key) => new(key, [new(address, key)]);

        public bool Holds(PathString path) => Pages.Any(it => it.Is(path));
    }

    public static IReadOnlyList<Area> Of(string? role) => role switch
    {
        Roles.Physician =>
        [
            Area.Of("/my-page", "nav.my-page"),
            new("nav.ledger", [new("/ledger", "nav.ledger"), new("/claims", "nav.claims")]),
            new("nav.trainings", [new("/trainings/find", "nav.find"), new("/sign-ups", "nav.sign-ups"), new("/me/check-in", "nav.check-in")]),
            Area.Of("/paper-credits", "nav.paper"),
            Area.Of("/applications", "nav.applications"),
            Area.Of("/inbox", "nav.inbox"),
            Area.Of("/inquiries", "nav.inquiries"),
            Account,
        ],
        Roles.Organizer => [Area.Of("/organizer/trainings", "nav.trainings"), Area.Of("/organizer/claims", "nav.claims"), Area.Of("/organizer/notices", "nav.inbox"), Account],
        Roles.CountyStaff => [CasesAndFees, .. People, new("nav.trainings", Trainings), new("nav.notices", [Renewals, .. Notices]), Inquiries, Account],
        Roles.PrefectureStaff => [CasesAndFees, .. People, TrainingsOfPrefecture, new("nav.notices", [Renewals, .. Notices]), Inquiries, AccountAndStaff],
        Roles.JmaStaff => [new("nav.queue", Cases), .. People, TrainingsOfPrefecture, new("nav.notices", [.. Notices, Runs, Templates, Webhooks]), Inquiries, AccountAndStaff],
        Roles.Auditor => [Area.Of(Runs.Address, Runs.Key), Area.Of(Simulator.Address, Simulator.Key), Account],
        Roles.Scheduler => [Account],
        Roles.Enrolling => [Area.Of("/first-login", "nav.first-login")],
        _ => [],
    };
}
