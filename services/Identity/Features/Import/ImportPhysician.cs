using Mamis.Identity.Domain;
using Mamis.Kernel;

namespace Mamis.Identity.Features.Import;

/// <summary>Takes over what the associations' register knows of one physician (rules A2 and A6).</summary>
public static class ImportPhysician
{
    /// <param name="Standing">Memberships and workplace as the register has them.</param>
    /// <param name="Certificates">Terms the old system knows; at most one for each scheme.</param>
    /// <param name="Changed">Which items of the personal document differ from the one stored.</param>
    /// <param name="By">Who imports.</param>
    public sealed record Command(
        Standing Standing, IReadOnlyList<ImportedCertificateReported> Certificates, IReadOnlyList<PersonalItem> Changed, StaffId By);

    public static Decision Decide(Physician physician, Command command) => Decision.Append(Events(physician, command));

    private static IEnumerable<object> Events(Physician physician, Command command)
    {
        if (!physician.IsRegistered)
        {
            yield return new PhysicianRegistered(command.By);
        }
        else if (command.Changed.Count > 0)
        {
            yield return new PersonalDataChanged(command.Changed);
        }

        if (physician.Standing != command.Standing)
        {
            yield return new StandingSet(
                command.Standing.County, command.Standing.Prefecture, command.Standing.Jma, command.Standing.WorkplacePrefecture);
        }

        foreach (var certificate in command.Certificates.Except(physician.Certificates))
        {
            yield return certificate;
        }
    }
}
