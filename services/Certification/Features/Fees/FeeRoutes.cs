using Mamis.Certification.Domain;
using Mamis.Certification.Domain.Fees;
using Mamis.Certification.Views.Fees;
using Mamis.EventStore;
using Mamis.Kernel;
using Mamis.ServiceDefaults;

namespace Mamis.Certification.Features.Fees;

/// <summary>What fees need, and the routes by which they are received, waived, refunded and receipted.</summary>
public static class FeeRoutes
{
    private const int LargestStatement = 4;

    public static EventStoreBuilder AddFees(this EventStoreBuilder store) => store
        .Stream<Application>(typeof(FeePartRecorded), typeof(FeeWaived), typeof(FeeRefunded))
        .Stream<BankLine>(typeof(BankLineTaken), typeof(BankLineAssigned), typeof(BankLineRefundNoted), typeof(BankLineSetAside))
        .View<FeeCaseView>().View<BankLineView>()
        .Tables(BankLineTexts.Table + FeeRemark.Table + ReceiptCopies.Table);

    public static IServiceCollection AddFees(this IServiceCollection services) => services
        .AddSingleton<FeeCases>().AddSingleton<Payees>().AddSingleton<ReceiptCopies>().AddTransient<TransferProposals>().AddTransient<ReceiptPaper>()
        .AddSingleton<BankLineRetention>().AddHostedService(it => it.GetRequiredService<BankLineRetention>());

    public static void MapFees(this WebApplication app)
    {
        app.MapPost("/applications/{id:guid}/fee-waivers", WaiveFee.Handle).For(Roles.CountyStaff, Roles.PrefectureStaff);
        app.MapPost("/applications/{id:guid}/fee-refunds", RefundFee.Handle).For(Roles.CountyStaff, Roles.PrefectureStaff);
        app.MapGet("/applications/{id:guid}/fee-receipt.pdf", PrintReceipt.Handle)
            .Produces(StatusCodes.Status200OK, contentType: "application/pdf")
            .For(Roles.Physician, Roles.CountyStaff, Roles.PrefectureStaff);
        app.MapGet("/payments", PaymentList.Get).For(Roles.CountyStaff, Roles.PrefectureStaff);
        app.MapGet("/payments/{id:guid}", PaymentDetails.Get).For(Roles.CountyStaff, Roles.PrefectureStaff);
        app.MapPost("/payments/imports", ImportPayments.Handle).For(Roles.CountyStaff, Roles.PrefectureStaff).TakesUpTo(LargestStatement);
        app.MapPost("/payments/{id:guid}/assignments", AssignBankLine.Handle).For(Roles.CountyStaff, Roles.PrefectureStaff);
        app.MapPost("/payments/{id:guid}/refund-notes", NoteRefund.Handle).For(Roles.CountyStaff, Roles.PrefectureStaff);
        app.MapPost("/payments/{id:guid}/set-asides", SetBankLineAside.Handle).For(Roles.CountyStaff, Roles.PrefectureStaff);
    }
}
