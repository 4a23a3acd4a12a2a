using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Mamis.Certification.Domain;
using Mamis.Certification.Features.Paper;
using Mamis.Contracts.Identity;
using Mamis.Kernel;
using Mamis.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.Tokens;

namespace Mamis.Certification.Tests.Integration;

/// <summary>A certificate on paper: who may print it, and what anybody finds out about it years later (G3).</summary>
[Collection(CertificationCollection.Name)]
[Trait("Category", "Servers")]
public sealed class PaperTests(CertificationApp app)
{
    private const string Name = "架空 花子";
    private const string BirthDate = "1961-04-02";

    private readonly HttpClient _anybody = app.CreateClient();

    private static DateOnly Today => TimeProvider.System.Today();

    [Fact]
    public async Task The_paper_says_who_holds_what_until_when_and_leads_to_its_own_check()
    {
        var (holder, certificate) = await Holder(Today.AddDays(60));
        var paper = await PrintedPaper.Of(app.As(holder, Roles.Physician), certificate);
        var words = string.Concat(paper.Words.Where(it => !char.IsWhiteSpace(it)));
        string[] said = ["架空花子", "1961年4月2日", $"S{holder:n}", "認定健康スポーツ医", $"{Today.AddDays(60):yyyy年M月d日}", $"{Today:yyyy年M月d日}"];

        Assert.All(said, it => Assert.Contains(it, words, StringComparison.Ordinal));
        Assert.StartsWith("https://mamis.example/verify?snapshot=", paper.Check.AbsoluteUri, StringComparison.Ordinal);
        Assert.Equal("as-printed", PrintedPaper.Verdict(await _anybody.GetFromJsonAsync<JsonElement>(paper.Check.PathAndQuery)));
        Assert.Equal("as-printed", PrintedPaper.Verdict(await PrintedPaper.Checked(_anybody, paper.Snapshot, "架空　花子", BirthDate)));
    }

    [Fact]
    public async Task Staff_print_where_they_reach_the_holder_and_the_holder_sees_it_D4()
    {
        var (holder, certificate) = await Holder(Today.AddDays(60));
        await PrintedPaper.Of(app.As(Guid.CreateVersion7(), Roles.CountyStaff, "13-001"), certificate);

        foreach (var other in new[] { app.As(Guid.CreateVersion7(), Roles.CountyStaff, "13-002"), app.As(Guid.CreateVersion7(), Roles.PrefectureStaff, "27"), app.As(Guid.CreateVersion7(), Roles.Physician) })
        {
            Assert.Equal((404, "CERTIFICATE_UNKNOWN"), await other.IsRefusedReading($"/certificates/{certificate}.pdf"));
        }

        var looks = await app.As(holder, Roles.Physician).GetFromJsonAsync<JsonElement>("/certificates/accesses");
        Assert.Equal("13-001", Assert.Single(looks.GetProperty("accesses").EnumerateArray()).GetProperty("association").GetString());
    }

    [Fact]
    public async Task What_was_edited_or_signed_by_somebody_else_is_no_paper_of_ours()
    {
        var (holder, certificate) = await Holder(Today.AddDays(60));
        var genuine = (await PrintedPaper.Of(app.As(holder, Roles.Physician), certificate)).Snapshot;
        var parts = genuine.Split('.');
        var edited = Base64UrlEncoder.Encode(Base64UrlEncoder.Decode(parts[1]).Replace($"{Today.AddDays(60):yyyy-MM-dd}", $"{Today.AddDays(600):yyyy-MM-dd}", StringComparison.Ordinal));
        var kid = (await app.Services.GetRequiredService<SnapshotKeys>().Published(CancellationToken.None))[^1].Kid;
        using var foreign = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var forged = SnapshotToken.Sign(Snapshot(holder, Today), new(new ECDsaSecurityKey(foreign) { KeyId = kid }, SecurityAlgorithms.EcdsaSha256));

        foreach (var snapshot in new[] { $"{parts[0]}.{edited}.{parts[2]}", forged, genuine[..^20], "no such thing", $"{Base64UrlEncoder.Encode("""{"alg":"none"}""")}.{parts[1]}." })
        {
            Assert.Equal("forged", PrintedPaper.Verdict(await PrintedPaper.Checked(_anybody, snapshot)));
        }
    }

    [Fact]
    public async Task An_edited_name_gives_the_paper_away_and_a_name_changed_since_does_not()
    {
        var (holder, certificate) = await Holder(Today.AddDays(60));
        var client = app.As(holder, Roles.Physician);
        var paper = await PrintedPaper.Of(client, certificate);
        app.Identity.People[holder] = app.Identity.People[holder] with { FamilyName = "見本" };
        var later = await PrintedPaper.Of(client, certificate);

        Assert.Equal("forged", PrintedPaper.Verdict(await PrintedPaper.Checked(_anybody, paper.Snapshot, "架空 太郎", BirthDate)));
        Assert.Equal("forged", PrintedPaper.Verdict(await PrintedPaper.Checked(_anybody, paper.Snapshot, Name, "1961-04-03")));
        Assert.Equal("as-printed", PrintedPaper.Verdict(await PrintedPaper.Checked(_anybody, paper.Snapshot, Name, BirthDate)));
        Assert.Equal("as-printed", PrintedPaper.Verdict(await PrintedPaper.Checked(_anybody, later.Snapshot, "見本 花子", BirthDate)));
        Assert.DoesNotContain("架空", Base64UrlEncoder.Decode(paper.Snapshot.Split('.')[1]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_happened_since_is_told_with_the_verdict()
    {
        var (ended, certificate) = await Holder(Today.AddDays(-1));
        var (renewed, other) = await Holder(Today.AddDays(60));
        var papers = (Ended: await PrintedPaper.Of(app.As(ended, Roles.Physician), certificate), Renewed: await PrintedPaper.Of(app.As(renewed, Roles.Physician), other));
        await Told(renewed, Today.AddDays(60).AddYears(5));

        Assert.Equal("changed renewed", PrintedPaper.Verdict(await PrintedPaper.Checked(_anybody, papers.Renewed.Snapshot)));
        Assert.Equal("changed expired", PrintedPaper.Verdict(await PrintedPaper.Checked(_anybody, papers.Ended.Snapshot)));
        await app.Sweep(Today);
        Assert.Equal("changed lapsed", PrintedPaper.Verdict(await PrintedPaper.Checked(_anybody, papers.Ended.Snapshot)));
        Assert.Equal((409, "CERTIFICATE_LAPSED"), await app.As(ended, Roles.Physician).IsRefusedReading($"/certificates/{certificate}.pdf"));
    }

    [Fact]
    public async Task A_number_nobody_has_and_a_holder_nobody_knows_are_told_as_such()
    {
        var keys = app.Services.GetRequiredService<SnapshotKeys>();
        var unknown = SnapshotToken.Sign(Snapshot(Guid.CreateVersion7(), Today), await keys.Current(CancellationToken.None));
        var (erased, certificate) = await Holder(Today.AddDays(60));
        app.Identity.People.TryRemove(erased, out _);

        Assert.Equal((404, "CERTIFICATE_UNKNOWN"), await _anybody.IsRefused("/paper-checks", new { snapshot = unknown }));
        Assert.Equal((404, "PHYSICIAN_UNKNOWN"), await app.As(erased, Roles.Physician).IsRefusedReading($"/certificates/{certificate}.pdf"));
    }

    [Fact]
    public async Task A_check_that_says_too_little_names_every_field()
    {
        Assert.Equal((422, "FIELD_MISSING FIELD_MISSING"), await _anybody.IsRefused("/paper-checks", new { name = Name }));
        Assert.Equal((422, "FIELD_MISSING FIELD_INVALID"), await _anybody.IsRefused("/paper-checks", new { name = new string('x', 201), birthDate = BirthDate }));
        Assert.Equal((422, "FIELD_MISSING"), await _anybody.IsRefusedReading("/verify"));
    }

    [Fact]
    public async Task Anybody_checks_a_paper_with_the_published_keys_alone()
    {
        var (holder, certificate) = await Holder(Today.AddDays(60));
        var parts = (await PrintedPaper.Of(app.As(holder, Roles.Physician), certificate)).Snapshot.Split('.');
        var kid = JsonDocument.Parse(Base64UrlEncoder.Decode(parts[0])).RootElement.GetProperty("kid").GetString();
        var keys = await _anybody.GetFromJsonAsync<JsonElement>("/.well-known/jwks.json");
        var key = keys.GetProperty("keys").EnumerateArray().Single(it => it.GetProperty("kid").GetString() == kid);
        byte[] Part(string name) => Base64UrlEncoder.DecodeBytes(key.GetProperty(name).GetString());
        using var published = ECDsa.Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, Q = new() { X = Part("x"), Y = Part("y") } });

        Assert.False(key.TryGetProperty("d", out _));
        Assert.True(published.VerifyData(Encoding.ASCII.GetBytes($"{parts[0]}.{parts[1]}"), Base64UrlEncoder.DecodeBytes(parts[2]), HashAlgorithmName.SHA256));
    }

    private static Snapshot Snapshot(Guid holder, DateOnly issuedOn) =>
        new($"S{holder:n}", Scheme.Sports, new(Today.AddDays(60).AddYears(-5).AddDays(1), Today.AddDays(60)), issuedOn, "person");

    private async Task<(Guid Holder, Guid Certificate)> Holder(DateOnly validTo)
    {
        var holder = Guid.CreateVersion7();
        app.Identity.People[holder] = new(holder, "1234567", "架空", "花子", new(1961, 4, 2));
        await app.Publish(new StandingChanged { PhysicianId = holder, Version = 2, County = "13-001", Prefecture = "13", Jma = true, WorkplacePrefecture = "13", OccurredAt = default });
        await Told(holder, validTo);
        await Eventually.Get(async () => (await app.As(Guid.CreateVersion7(), Roles.CountyStaff, "13-001").GetAsync($"/certificates/{Certificate(holder)}")).IsSuccessStatusCode ? "known" : null);

        return (holder, Certificate(holder));
    }

    private async Task Told(Guid holder, DateOnly validTo)
    {
        await app.Publish(new CertificateOnRecord
        {
            PhysicianId = holder,
            Scheme = "Sports",
            Number = $"S{holder:n}",
            ValidFrom = validTo.AddYears(-5).AddDays(1),
            ValidTo = validTo,
            OccurredAt = default,
        });
        await Eventually.Get(async () =>
        {
            using var answer = await _anybody.GetAsync($"/verify/S{holder:n}");
            return answer.StatusCode is HttpStatusCode.OK && (await answer.Content.ReadAsStringAsync()).Contains($"{validTo:yyyy-MM-dd}", StringComparison.Ordinal) ? "told" : null;
        });
    }

    private static Guid Certificate(Guid holder) => Streams.CertificateOf(new(holder), Scheme.Sports);
}
