using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Mamis.Architecture.Tests;

/// <summary>Rules 10, 12 and 13 of the style: only contracts cross a border, and libraries appear in few files.</summary>
public sealed partial class BorderRules
{
    private static readonly string[] Shared = ["Kernel", "EventStore", "ServiceDefaults", "Printing", "Drawing"];

    [Fact]
    public void Contracts_depend_on_nothing()
    {
        var project = XDocument.Load(Path.Combine(Repository.Root, "contracts", "Mamis.Contracts.csproj"));

        Assert.Empty(project.Descendants("PackageReference").Concat(project.Descendants("ProjectReference")));
        Assert.All(
            Parts.Contracts.GetReferencedAssemblies(), it => Assert.StartsWith("System", it.Name, StringComparison.Ordinal));
    }

    [Fact]
    public void The_kernel_depends_on_no_package() => Assert.Empty(
        XDocument.Load(Path.Combine(Repository.Root, "services", "Kernel", "Mamis.Kernel.csproj")).Descendants("PackageReference"));

    [Fact]
    public void No_service_refers_to_another() => Assert.All(
        Repository.Projects.Where(IsDelivered),
        project => Assert.All(
            XDocument.Load(project).Descendants("ProjectReference").Select(it => it.Attribute("Include")?.Value ?? string.Empty),
            reference => Assert.True(IsShared(reference), $"{Path.GetFileName(project)} refers to {reference}.")));

    [Fact]
    public void Only_consumers_and_the_bus_setup_know_MassTransit() => Assert.All(
        Repository.Code.Where(it => MassTransit().IsMatch(it.Text)), it => Assert.True(MayKnowMassTransit(it), it.Path));

    /// <summary>A library is named where it is wrapped, so that leaving it is a bounded change.</summary>
    /// <remarks>The AppHost speaks to RabbitMQ as well: it waits until the broker it started takes a client.</remarks>
    [Theory]
    [InlineData("Polly", "services/ServiceDefaults/")]
    [InlineData("OpenTelemetry", "services/ServiceDefaults/")]
    [InlineData("Marten", "services/EventStore/Marten/")]
    [InlineData("Microsoft.Playwright", "services/Printing/")]
    [InlineData("Yarp", "gateway/")]
    [InlineData("Quartz", "services/Notifications/Features/DailySchedule.cs")]
    [InlineData("RabbitMQ", "services/ServiceDefaults/", "apphost/Embedded/")]
    public void A_library_stays_in_its_place(string library, params string[] places) => Assert.All(
        Repository.Code.Where(it => Regex.IsMatch(it.Text, $@"(?m)^using {library}\b")),
        it => Assert.True(places.Any(place => it.Path.StartsWith(place, StringComparison.Ordinal)), it.Path));

    [Fact]
    public void No_folder_has_a_name_that_says_nothing() => Assert.All(
        Repository.Delivered.SelectMany(it => it.Path.Split('/')[1..^1]).Distinct(),
        it => Assert.DoesNotContain(it, new[] { "Services", "Helpers", "Managers", "Utils", "Common", "Models", "Dtos", "Misc" }));

    private static bool IsDelivered(string project) =>
        Path.GetRelativePath(Repository.Root, project).Split(Path.DirectorySeparatorChar)[0] is "services" or "gateway";

    private static bool IsShared(string reference) =>
        Shared.Any(it => reference.EndsWith($"{it}/Mamis.{it}.csproj", StringComparison.Ordinal))
        || reference.EndsWith("contracts/Mamis.Contracts.csproj", StringComparison.Ordinal);

    private static bool MayKnowMassTransit(SourceFile file) =>
        file.Path.StartsWith("services/ServiceDefaults/", StringComparison.Ordinal)
        || file.Path.Contains("/Messaging/", StringComparison.Ordinal)
        || file.Text.Contains("IConsumer<", StringComparison.Ordinal)
        || file.Name == "Program";

    [GeneratedRegex(@"(?m)^using MassTransit\b")]
    private static partial Regex MassTransit();
}
