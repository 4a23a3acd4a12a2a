namespace Mamis.Portal.Gateway;

/// <summary>What the rules say of the credits on a day, and what became of each.</summary>
public sealed record Evaluation(
    bool Eligible, IReadOnlyList<string> Reasons, IReadOnlyList<string> Flags, Counted? Counted, Validity? NewValidity,
    IReadOnlyList<string> DocumentsNeeded, IReadOnlyList<Shortage> Shortages, IReadOnlyList<CreditLine> Credits, IReadOnlyList<string> RuleVersions);

/// <summary>Counted units.</summary>
public sealed record Counted(int? Total, int? Early, int? Update, int? Field, int? Special, int? Late, int? Subjects);

/// <summary>First and last day of a term.</summary>
public sealed record Validity(DateOnly ValidFrom, DateOnly ValidTo);

/// <summary>How much of something is there and how much is asked for.</summary>
public sealed record Shortage(string Code, string? Item, int Required, int Counted);

/// <summary>One credit: counted with how many units, or dropped by which flag.</summary>
public sealed record CreditLine(
    Guid? EntryId, DateOnly Date, string Category, string? Item, int Units, string Source, int CountedUnits, string? Flag);

/// <summary>What the rules say today, and what they would say after some sessions on some day.</summary>
public sealed record WhatIf(DateOnly AsOf, Evaluation Today, Evaluation Then);
