using Mamis.Kernel;

namespace Mamis.Certification.Features.Batches;

/// <summary>What can be wrong with a list of cases, besides what is wrong with a case.</summary>
public static class BatchRefusals
{
    public static readonly Refusal TooMany = new("BATCH_TOO_LARGE", "Decide on at most 2,000 cases at once; send the list in parts.", RefusalKind.Invalid, "cases");
    public static readonly Refusal Twice = new("CASE_TWICE_IN_LIST", "An earlier line names the same case.", RefusalKind.Invalid);
}
