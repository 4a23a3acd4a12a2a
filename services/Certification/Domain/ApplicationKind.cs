namespace Mamis.Certification.Domain;

/// <summary>What is applied for: a first certificate or the next term of one.</summary>
public enum ApplicationKind
{
    /// <summary>新規申請.</summary>
    New,

    /// <summary>更新申請.</summary>
    Renewal,
}
