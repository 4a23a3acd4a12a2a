using Mamis.EventStore;
using Mamis.Notifications.Domain;
using Mamis.Notifications.Views;
using Mamis.Notifications.Views.Inquiries;

namespace Mamis.Notifications.Features.Inquiries;

/// <summary>What the inquiries keep in the store of the service.</summary>
public static class InquiryStore
{
    public static EventStoreBuilder WithInquiries(this EventStoreBuilder store) => store
        .Stream<Inquiry>(typeof(InquiryOpened), typeof(InquiryAsked), typeof(InquiryAnswered), typeof(InquiryAssigned), typeof(InquiryClosed))
        .Stream<AnswerTemplates>(typeof(AnswerTemplateWritten), typeof(AnswerTemplateRemoved))
        .View<InquiryCardProjection>()
        .Tables(InquiryWords.Tables)
        .Tables(SubmittedApplications.Tables)
        .Commands<TellOfAnswer>();
}
