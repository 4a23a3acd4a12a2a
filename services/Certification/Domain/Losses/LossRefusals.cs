using Mamis.Kernel;

namespace Mamis.Certification.Domain.Losses;

/// <summary>Every "no" about titles that are given up or taken away.</summary>
public static class LossRefusals
{
    public static readonly Refusal Decided = new("LOSS_DECIDED", "The end of this title is decided already; take that back before another day is named.");
    public static readonly Refusal NotDecided = new("LOSS_NOT_DECIDED", "No such end is decided for this title.");
    public static readonly Refusal TookEffect = new("LOSS_TOOK_EFFECT", "The title has ended; only a new application leads to another one.");
    public static readonly Refusal DayPast = new("LOSS_DAY_PAST", "Name today or a later day: what a title was worth on a past day stays as it was told.", RefusalKind.Invalid, "from");
    public static readonly Refusal EndsEarlier = new("TITLE_ENDS_EARLIER", "The title ends before that day by itself; name an earlier one.", RefusalKind.Invalid, "from");
    public static readonly Refusal NoPaper = new("CERTIFICATE_GIVEN_UP", "The title is given up or lost, so no new paper is made of it; the history stays readable.");
}
