using System.Text.Json;
using System.Text.Json.Nodes;
using Mamis.EventStore.Tests.Domain;

namespace Mamis.EventStore.Tests.Catalog;

/// <summary>Names on disk never change, and every older shape is still read.</summary>
public sealed class EventCatalogTests
{
    private readonly EventCatalog _catalog = new EventCatalog()
        .Stream<Account>(typeof(AccountOpened), typeof(UnitsPosted), typeof(AccountClosed))
        .Upcast<UnitsPosted>("points_posted", PointsBecameUnits)
        .Upcast<UnitsPosted>("units_posted_without_kind", old => With(old, "Kind", "Basic"));

    [Fact]
    public void An_event_is_stored_under_its_name_in_snake_case_and_read_back_equal()
    {
        var posted = new UnitsPosted(2.5m, UnitKind.Practical, DateTimeOffset.UnixEpoch, "午前");

        var (alias, dotNetType, json) = _catalog.Write(posted);

        Assert.Equal("units_posted", alias);
        Assert.Equal("Mamis.EventStore.Tests.Domain.UnitsPosted, Mamis.EventStore.Tests", dotNetType);
        Assert.Contains("\"Kind\":\"Practical\"", json, StringComparison.Ordinal);
        Assert.Equal(posted, _catalog.Read(alias, json));
    }

    [Fact]
    public void Points_in_tenths_are_read_as_units() => Assert.Equal(
        new UnitsPosted(1.5m, UnitKind.Basic, DateTimeOffset.UnixEpoch),
        _catalog.Read("points_posted", """{"Points":15,"HeldAt":"1970-01-01T00:00:00Z"}"""));

    [Fact]
    public void Units_from_before_kinds_are_basic() => Assert.Equal(
        new UnitsPosted(2, UnitKind.Basic, DateTimeOffset.UnixEpoch),
        _catalog.Read("units_posted_without_kind", """{"Units":2,"HeldAt":"1970-01-01T00:00:00Z"}"""));

    [Fact]
    public void A_property_added_later_is_empty_in_older_events() =>
        Assert.Null(((UnitsPosted)_catalog.Read("units_posted", """{"Units":2,"Kind":"Basic","HeldAt":"1970-01-01T00:00:00Z"}""")).Remark);

    [Fact]
    public void An_event_that_nobody_named_is_neither_written_nor_read()
    {
        Assert.Throws<InvalidOperationException>(() => _catalog.Write(new { Unknown = 1 }));
        Assert.Throws<InvalidOperationException>(() => _catalog.Read("unknown_event", "{}"));
        Assert.Throws<JsonException>(() => _catalog.Read("units_posted", """{"Units":"many"}"""));
    }

    [Fact]
    public void Two_events_cannot_share_a_name_on_disk() =>
        Assert.Throws<ArgumentException>(() => new EventCatalog().Stream<Account>(typeof(AccountClosed), typeof(Other.AccountClosed)));

    private static JsonObject PointsBecameUnits(JsonObject old)
    {
        var units = (old["Points"]?.GetValue<decimal>() ?? 0) / 10;
        old.Remove("Points");
        return With(With(old, "Units", units), "Kind", "Basic");
    }

    private static JsonObject With(JsonObject body, string name, JsonNode value)
    {
        body[name] = value;
        return body;
    }

    /// <summary>Events of another part of a service.</summary>
    private static class Other
    {
        public sealed record AccountClosed;
    }
}
