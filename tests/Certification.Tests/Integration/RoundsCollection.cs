namespace Mamis.Certification.Tests.Integration;

/// <summary>A host and a database of their own: a calendar reaches every application of its scheme, also those of other tests.</summary>
[CollectionDefinition(Name)]
public sealed class RoundsCollection : ICollectionFixture<CertificationApp>
{
    public const string Name = "rounds";
}
