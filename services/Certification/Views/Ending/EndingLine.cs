using Mamis.Certification.Domain.Losses;
using Mamis.Kernel;

namespace Mamis.Certification.Views.Ending;

/// <summary>One certificate that ends, and the desk its holder belongs to.</summary>
public sealed record EndingLine
{
    public const string Select =
        """
        select c.id, c.number, c.scheme, c.valid_to, c.grace_until, c.lapsed_on, c.loss_ground, coalesce(p.county, p.workplace_prefecture) as association, exists (
            select from certificate_suspension s
            where s.certificate_id = c.id and s.from_day <= @today and coalesce(s.until_day, @today) >= @today) as suspended
        """;

    public Guid Id { get; init; }

    public string Number { get; init; } = "";

    public Scheme Scheme { get; init; }

    public DateOnly ValidTo { get; init; }

    public DateOnly? GraceUntil { get; init; }

    /// <summary>The first day without the title; null while it is held or can still be renewed.</summary>
    public DateOnly? LapsedOn { get; init; }

    /// <summary>Why it is lost, or will be, before it ran out; null where it was not renewed.</summary>
    public LossGround? LossGround { get; init; }

    /// <summary>The title rests today.</summary>
    public bool Suspended { get; init; }

    /// <summary>The county of a member, the prefecture of the workplace of anybody else; null while the standing is not known.</summary>
    public string? Association { get; init; }
}
