namespace Mamis.Portal.Gateway;

/// <summary>Whether everybody was told who had to be, on a day.</summary>
public sealed record Coverage(
    DateOnly On, string Association, int Asked, int Unexplained, IReadOnlyList<CoverageCount> Counts, IReadOnlyList<CoverageGap> Gaps);

/// <summary>How many notices stand alike.</summary>
public sealed record CoverageCount(string Kind, string Route, string Outcome, string? Code, int Number);

/// <summary>One notice that nobody can account for.</summary>
public sealed record CoverageGap(string Number, string Scheme, DateOnly ValidTo, string Kind, string Route, string? Association, string? Code);
