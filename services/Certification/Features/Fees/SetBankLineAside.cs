using System.Security.Claims;
using Mamis.Certification.Domain;
using Mamis.Certification.Domain.Fees;
using Mamis.EventStore;
using Mamis.Kernel;
using Mamis.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mamis.Certification.Features.Fees;

/// <summary>A clerk lays a transfer aside with a reason: it is no fee, or has been paid back. Laid aside in error, it can still be assigned.</summary>
public static class SetBankLineAside
{
    public sealed record Command(string Desk, StaffId By, RemarkId Remark);

    public static Decision Decide(BankLine line, Command command) => line switch
    {
        { Status: LineStatus.None } => FeeRefusals.LineUnknown,
        { Payee: var payee } when payee != command.Desk => FeeRefusals.LineUnknown,
        { Status: LineStatus.Open or LineStatus.RefundDue } => Decision.Append(new BankLineSetAside(command.By, command.Remark)),
        { Status: LineStatus.SetAside } => Decision.Nothing,
        _ => FeeRefusals.LineSettled,
    };

    public sealed record Request(string Reason);

    public static Task<Results<NoContent, ProblemHttpResult>> Handle(
        Guid id, Request request, ClaimsPrincipal user, IEventStore store, CancellationToken cancellation) =>
        store.DecideBecause<BankLine>(id, request.Reason, (it, remark) => Decide(it, new(user.Desk(), user.Staff(), remark)), cancellation);
}
