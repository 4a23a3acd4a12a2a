namespace Mamis.Kernel;

/// <summary>An identifier that cannot be taken for one of another kind; a plain <see cref="Guid"/> on the wire and on disk.</summary>
public interface ITypedId
{
    Guid Value { get; }
}

/// <summary>A typed identifier that can be made from its Guid.</summary>
/// <typeparam name="TSelf">The identifier type itself.</typeparam>
public interface ITypedId<out TSelf> : ITypedId
{
    static abstract TSelf From(Guid value);
}
