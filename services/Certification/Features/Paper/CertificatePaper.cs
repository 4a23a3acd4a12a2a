using Mamis.Certification.Domain;
using Mamis.Certification.Messaging;
using Mamis.Certification.Views;
using Mamis.Kernel;
using Mamis.Printing;

namespace Mamis.Certification.Features.Paper;

/// <summary>Puts a certificate on paper: the name as Identity has it now, and a code that repeats under signature what the paper says.</summary>
public sealed class CertificatePaper(IdentityClient identity, SnapshotKeys keys, Printer printer, VerifyAddress verify, TimeProvider clock)
{
    public async Task<Printout> Print(CertificateCard card, IReadOnlyList<TermRow> terms, CancellationToken cancellation)
    {
        if (await identity.Holder(new(card.PhysicianId), cancellation) is not { } holder)
        {
            return Printout.Refused(Refusals.PhysicianUnknown);
        }

        var today = clock.Today();
        var person = PersonDigest.Of(holder.FullName, holder.BirthDate, card.Number, today);
        var snapshot = new Snapshot(card.Number, card.Scheme, new(card.ValidFrom, card.ValidTo), today, person);
        var token = SnapshotToken.Sign(snapshot, await keys.Current(cancellation));

        return await printer.Print(CertificatePage.Of(new(snapshot, holder, terms, verify.Of(token))), cancellation);
    }
}

/// <summary>Where a paper sends whoever wants to check it: always through the gateway.</summary>
public sealed record VerifyAddress(Uri Gateway)
{
    public string Of(string snapshot) => new Uri(Gateway, $"/verify?snapshot={snapshot}").AbsoluteUri;
}
