namespace Mamis.Kernel;

/// <summary>A physician, in every service the same; also the id of the physician's stream and credit ledger.</summary>
public readonly record struct PhysicianId(Guid Value) : ITypedId<PhysicianId>
{
    public static PhysicianId From(Guid value) => new(value);
}

/// <summary>Somebody who acts for an association or a body: county, prefecture, JMA or organizer staff.</summary>
public readonly record struct StaffId(Guid Value) : ITypedId<StaffId>
{
    public static StaffId From(Guid value) => new(value);
}
