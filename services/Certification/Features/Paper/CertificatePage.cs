using System.Globalization;
using Mamis.Certification.Domain;
using Mamis.Certification.Messaging;
using Mamis.Certification.Views;
using Mamis.Kernel;
using Mamis.Printing;

namespace Mamis.Certification.Features.Paper;

/// <summary>The sheet a certificate is printed on; its words and its look are resources.</summary>
public static class CertificatePage
{
    private static readonly string Sheet = Resource("certificate.ja.html");
    private static readonly string TermLine = Resource("term.ja.html");
    private static readonly string Words = Resource("words.ja.txt");

    /// <param name="Check">The address at which anybody can check it; the code on the paper leads there.</param>
    public sealed record Facts(Snapshot Snapshot, Holder Holder, IReadOnlyList<TermRow> Terms, string Check);

    public static Html Of(Facts facts) => Html.Of(Sheet, name => name switch
    {
        "number" => facts.Snapshot.Number,
        "title" => Word(Codes.Of(facts.Snapshot.Scheme)),
        "name" => facts.Holder.FullName,
        "birthDate" => Written(facts.Holder.BirthDate),
        "validFrom" => Written(facts.Snapshot.Term.From),
        "validTo" => Written(facts.Snapshot.Term.To),
        "issuedOn" => Written(facts.Snapshot.IssuedOn),
        "terms" => Html.Of(facts.Terms.Select(Line)),
        "check" => facts.Check,
        "code" => QrDrawing.Of(facts.Check),
        _ => throw new InvalidOperationException($"A certificate has nothing for {name}."),
    });

    private static Html Line(TermRow term) => Html.Of(TermLine, name => name switch
    {
        "number" => term.Number,
        "from" => Written(term.ValidFrom),
        "to" => Written(term.ValidTo),
        _ => throw new InvalidOperationException($"A term has nothing for {name}."),
    });

    private static string Written(DateOnly day) => day.ToString(Word("date"), CultureInfo.InvariantCulture);

    private static string Word(string key) => Template.Word(Words, key);

    private static string Resource(string name) => Template.Read(typeof(CertificatePage).Assembly, name);
}
