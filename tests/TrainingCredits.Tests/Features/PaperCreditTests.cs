using Mamis.Testing;
using Mamis.TrainingCredits.Domain;
using Mamis.TrainingCredits.Features;
using Mamis.TrainingCredits.Features.Paper;

namespace Mamis.TrainingCredits.Tests.Features;

/// <summary>Lines of the paper handbook: declared by the physician, decided once by the desk (rules U4 to U6).</summary>
public sealed class PaperCreditTests
{
    private static readonly EntryId Entry = new(Guid.Parse("0197a000-0000-7000-8000-0000000000aa"));

    private readonly Scenario<CreditLedger> _ledger = new();

    [Theory]
    [InlineData("2025-03-31")]
    [InlineData("2025-04-01", "PAPER_AFTER_CUTOFF")]
    public void Paper_ends_with_March_2025_U5(string date, params string[] codes)
    {
        var declared = Declared with { Date = DateOnly.Parse(date, provider: null) };
        var decided = _ledger.When(it => DeclarePaperCredit.Decide(it, Declare(declared)));

        if (codes.Length > 0)
        {
            decided.ThenRefused(codes);
        }
        else
        {
            decided.Then(declared);
        }
    }

    [Fact]
    public void The_same_line_declared_twice_is_one_entry() => _ledger
        .Given(Declared).When(it => DeclarePaperCredit.Decide(it, Declare(Declared))).ThenNothing();

    [Fact]
    public void A_refused_line_is_not_declared_again() => _ledger
        .Given(Declared, Refused).When(it => DeclarePaperCredit.Decide(it, Declare(Declared))).ThenRefused("PAPER_ALREADY_REFUSED");

    [Fact]
    public void The_desk_verifies_a_declared_line() => _ledger
        .Given(Declared).When(it => VerifyPaperCredit.Decide(it, Verify)).Then(Verified);

    [Fact]
    public void Verifying_twice_is_verifying_once() => _ledger
        .Given(Declared, Verified).When(it => VerifyPaperCredit.Decide(it, Verify)).ThenNothing();

    [Fact]
    public void A_refused_line_stays_refused() => _ledger
        .Given(Declared, Refused).When(it => VerifyPaperCredit.Decide(it, Verify)).ThenRefused("PAPER_ALREADY_REFUSED");

    [Fact]
    public void A_verified_line_stays_verified() => _ledger
        .Given(Declared, Verified).When(it => RefusePaperCredit.Decide(it, Refuse)).ThenRefused("PAPER_ALREADY_VERIFIED");

    [Fact]
    public void The_desk_refuses_a_line_without_proof() => _ledger
        .Given(Declared).When(it => RefusePaperCredit.Decide(it, Refuse)).Then(Refused);

    [Fact]
    public void A_credit_from_attendance_is_no_paper()
    {
        var posted = Some.Posted();
        var ledger = _ledger.Given(posted);

        ledger.When(it => VerifyPaperCredit.Decide(it, Verify with { Entry = posted.Entry })).ThenRefused("ENTRY_UNKNOWN");
        ledger.When(it => RefusePaperCredit.Decide(it, Refuse with { Entry = posted.Entry })).ThenRefused("ENTRY_UNKNOWN");
    }

    [Theory]
    [InlineData(4)]
    [InlineData(5, "PAPER_PHOTOS_FULL")]
    public void A_line_takes_five_photos(int sent, params string[] codes)
    {
        var decided = _ledger.Given([Declared, .. Enumerable.Repeat(Photo, sent)]).When(it => AttachPhoto.Decide(it, Attach));

        if (codes.Length > 0)
        {
            decided.ThenRefused(codes);
        }
        else
        {
            decided.Then(Photo);
        }
    }

    [Fact]
    public void A_decided_line_takes_no_photo()
    {
        _ledger.When(it => AttachPhoto.Decide(it, Attach)).ThenRefused("ENTRY_UNKNOWN");
        _ledger.Given(Declared, Refused).When(it => AttachPhoto.Decide(it, Attach)).ThenRefused("PAPER_ALREADY_REFUSED");
    }

    private static PaperCreditDeclared Declared => new(
        Entry, Some.Holder, new(2024, 9, 1), Category.LifeSpecial, Item: null, Units: 3, "東京都医師会研修会", Mode.Onsite);

    private static PaperCreditVerified Verified => new(Entry, Some.Holder, Some.Clerk, "13-001");

    private static PaperCreditRefused Refused => new(Entry, Some.Holder, Some.Clerk, "13-001");

    private static PaperPhotoAttached Photo => new(Entry, Some.Holder, new(Guid.Parse("0197a000-0000-7000-8000-0000000000bb")));

    private static AttachPhoto.Command Attach => new(Entry, Some.Holder, Photo.Photo);

    private static VerifyPaperCredit.Command Verify => new(Entry, Some.Holder, Some.Clerk, "13-001");

    private static RefusePaperCredit.Command Refuse => new(Entry, Some.Holder, Some.Clerk, "13-001");

    private static DeclarePaperCredit.Command Declare(PaperCreditDeclared it) =>
        new(it.Entry, it.Holder, it.Date, it.Category, it.Item, it.Units, it.Training, it.Mode);
}
