using System.Security.Claims;
using Mamis.Certification.Domain;
using Mamis.Certification.Domain.Fees;
using Mamis.Certification.Features.Desks;
using Mamis.EventStore;
using Mamis.Kernel;
using Mamis.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mamis.Certification.Features.Fees;

/// <summary>The payee gave back all it had received, with a reason; a case it has examined and handed on keeps its fee.</summary>
public static class RefundFee
{
    public sealed record Command(string Desk, StaffId By, DateOnly RefundedOn, DateOnly Today, RemarkId Remark);

    public static Decision Decide(Application application, Command command) => application switch
    {
        _ when application.RefusesPayee(command.Desk) is { } refusal => refusal,
        _ when command.By.Value == application.Applicant.Value => Refusals.FourEyes,
        { FeeReceived: 0 } => FeeRefusals.NothingReceived,
        { Status: ApplicationStatus.Granted } => FeeRefusals.Earned,
        { Status: ApplicationStatus.AtDesk, Desk: var at } when at != command.Desk => FeeRefusals.Earned,
        _ when command.RefundedOn > command.Today => Refusals.DayInFuture.For("refundedOn"),
        { FeeReceived: var received } => Decision.Append(new FeeRefunded(received, command.RefundedOn, command.By, command.Remark)),
    };

    public sealed record Request(DateOnly RefundedOn, string Reason);

    public static Task<Results<NoContent, ProblemHttpResult>> Handle(
        Guid id, Request request, ClaimsPrincipal user, IEventStore store, TimeProvider clock, CancellationToken cancellation) =>
        store.DecideBecause<Application>(id, request.Reason, (it, remark) => Decide(it, new(user.Desk(), user.Staff(), request.RefundedOn, clock.Today(), remark)), cancellation);
}
