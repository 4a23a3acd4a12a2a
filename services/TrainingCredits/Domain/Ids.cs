using Mamis.Kernel;

namespace Mamis.TrainingCredits.Domain;

/// <summary>A training; also the id of its stream.</summary>
public readonly record struct TrainingId(Guid Value) : ITypedId<TrainingId>
{
    public static TrainingId From(Guid value) => new(value);
}

/// <summary>A session of a training: what a physician attends and is credited for.</summary>
public readonly record struct SessionId(Guid Value) : ITypedId<SessionId>
{
    public static SessionId From(Guid value) => new(value);
}

/// <summary>An entry of a credit ledger. It follows from what is credited, so that the same credit cannot be entered twice.</summary>
public readonly record struct EntryId(Guid Value) : ITypedId<EntryId>
{
    public static EntryId From(Guid value) => new(value);

    /// <summary>A session counts once per physician and category (rule U12).</summary>
    public static EntryId Of(SessionId session, PhysicianId holder, Category category) =>
        new(DeterministicId.From("credit", session.Value, holder.Value, category));

    /// <summary>The entry that takes the place of this one once it is withdrawn, so that no entry ever changes what it says.</summary>
    public EntryId Next() => new(DeterministicId.From("credit-again", Value));
}

/// <summary>An attendance list as it was posted. The same list posted again has the same id.</summary>
public readonly record struct ListId(Guid Value) : ITypedId<ListId>
{
    public static ListId From(Guid value) => new(value);
}

/// <summary>An application of the Certification service, for which entries are kept.</summary>
public readonly record struct ApplicationKey(Guid Value) : ITypedId<ApplicationKey>
{
    public static ApplicationKey From(Guid value) => new(value);
}

/// <summary>A photo of the paper handbook.</summary>
public readonly record struct PhotoId(Guid Value) : ITypedId<PhotoId>
{
    public static PhotoId From(Guid value) => new(value);
}
