using System.Security.Claims;
using Mamis.Certification.Domain;
using Mamis.Certification.Domain.Fees;
using Mamis.Certification.Features.Desks;
using Mamis.EventStore;
using Mamis.Kernel;
using Mamis.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mamis.Certification.Features.Fees;

/// <summary>The payee asks for no fee, with a reason; nobody waives his own.</summary>
public static class WaiveFee
{
    public sealed record Command(string Desk, StaffId By, DateOnly Today, RemarkId Remark);

    public static Decision Decide(Application application, Command command) => application switch
    {
        _ when application.RefusesReceipt(command.Desk, command.Today, command.Today) is { } refusal => refusal,
        _ when command.By.Value == application.Applicant.Value => Refusals.FourEyes,
        { FeeIsWaived: true } => Decision.Nothing,
        { FeeReceived: > 0 } => FeeRefusals.AlreadyReceived,
        _ => Decision.Append(new FeeWaived(command.Today, command.By, command.Remark)),
    };

    public sealed record Request(string Reason);

    public static Task<Results<NoContent, ProblemHttpResult>> Handle(
        Guid id, Request request, ClaimsPrincipal user, IEventStore store, TimeProvider clock, CancellationToken cancellation) =>
        store.DecideBecause<Application>(id, request.Reason, (it, remark) => Decide(it, new(user.Desk(), user.Staff(), clock.Today(), remark)), cancellation);
}
