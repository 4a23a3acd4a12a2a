using Mamis.Kernel;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Infrastructure;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Mamis.Architecture.Tests.Access;

/// <summary>What the route table of a service says about who may call what.</summary>
public static class RouteTable
{
    public const string Everyone = "everyone";

    /// <summary>What the framework adds by itself, and what bears the hash of its content in its address and is for everyone.</summary>
    private static readonly string[] Unlisted = ["/_framework/", "/assets/"];

    /// <summary>Every role a token can carry.</summary>
    public static readonly string[] AllRoles =
    [
        Roles.Physician, Roles.CountyStaff, Roles.PrefectureStaff, Roles.JmaStaff, Roles.Organizer, Roles.Scheduler, Roles.Auditor,
        Roles.Enrolling, Roles.Service,
    ];

    /// <summary>One line: an address, a method, and who may call it; nobody when the route does not say.</summary>
    public sealed record Line(string Service, string Method, string Route, string Callers)
    {
        public bool Allows(string role) => Callers.Split(' ').Contains(role);

        public override string ToString() => $"{Service},{Method},{Route},{Callers}";
    }

    public static IEnumerable<Line> Of(string service, EndpointDataSource endpoints) =>
        from endpoint in endpoints.Endpoints.OfType<RouteEndpoint>()
        from method in endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET"]
        let line = new Line(service, method, $"/{endpoint.RoutePattern.RawText?.TrimStart('/')}", CallersOf(endpoint))
        where !Unlisted.Any(it => line.Route.StartsWith(it, StringComparison.Ordinal))
        select line;

    private static string CallersOf(Endpoint endpoint) => endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null
        ? Everyone
        : string.Join(' ', AllRoles.Where(RolesAskedFor(endpoint).Contains));

    private static IEnumerable<string> RolesAskedFor(Endpoint endpoint) =>
    [
        .. endpoint.Metadata.OfType<AuthorizationPolicy>().SelectMany(it => it.Requirements).OfType<RolesAuthorizationRequirement>().SelectMany(it => it.AllowedRoles),
        .. endpoint.Metadata.OfType<IAuthorizeData>().SelectMany(it => it.Roles?.Split(',') ?? []),
    ];
}
