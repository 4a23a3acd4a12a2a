namespace Mamis.Notifications.Domain;

/// <summary>Certification was asked, and this is missing; what the notice says rests on it.</summary>
/// <param name="On">The day whose rules and credits it is about.</param>
/// <param name="UnitsUntil">Last day whose units count; later than the term under the special measure (rule X1).</param>
public sealed record CreditsFoundMissing(DateOnly On, DateOnly UnitsUntil, IReadOnlyList<MissingUnits> Missing);

/// <summary>One minimum that is not reached, by the code of the rule.</summary>
public sealed record MissingUnits(string Code, int Required, int Counted);

/// <summary>No mail goes there, and the notice is none for a letter: it stands in the my-page.</summary>
public sealed record NoticeShown(string Because);
