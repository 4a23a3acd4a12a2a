using System.Security.Claims;
using Mamis.Certification.Domain;
using Mamis.Certification.Domain.Fees;
using Mamis.EventStore;
using Mamis.Kernel;
using Mamis.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mamis.Certification.Features.Fees;

/// <summary>A clerk notes that a transfer is to be paid back, and why; once that is done, it is set aside.</summary>
public static class NoteRefund
{
    public sealed record Command(string Desk, StaffId By, RemarkId Remark);

    public static Decision Decide(BankLine line, Command command) => line switch
    {
        { Status: LineStatus.None } => FeeRefusals.LineUnknown,
        { Payee: var payee } when payee != command.Desk => FeeRefusals.LineUnknown,
        { Status: LineStatus.Open or LineStatus.SetAside, TakenBy: null } => Decision.Append(new BankLineRefundNoted(command.By, command.Remark)),
        _ => FeeRefusals.LineSettled,
    };

    public sealed record Request(string Reason);

    public static Task<Results<NoContent, ProblemHttpResult>> Handle(
        Guid id, Request request, ClaimsPrincipal user, IEventStore store, CancellationToken cancellation) =>
        store.DecideBecause<BankLine>(id, request.Reason, (it, remark) => Decide(it, new(user.Desk(), user.Staff(), remark)), cancellation);
}
