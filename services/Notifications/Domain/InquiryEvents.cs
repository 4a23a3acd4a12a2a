using Mamis.Kernel;

namespace Mamis.Notifications.Domain;

/// <summary>A physician asks the desk of the association, or the support centre; the words are kept beside the stream, under their id.</summary>
/// <param name="Physician">Who asks.</param>
/// <param name="Desk">Code of the association that has to answer; it stays the same when the physician moves, as an application does (Q19).</param>
/// <param name="Application">The application it is about, or null.</param>
/// <param name="Text">Under which id the words are kept.</param>
public sealed record InquiryOpened(PhysicianId Physician, string Desk, Guid? Application, Guid Text);

/// <summary>The physician wrote again; what was closed is open again.</summary>
public sealed record InquiryAsked(Guid Text);

/// <summary>The desk answered.</summary>
public sealed record InquiryAnswered(Guid Text, StaffId By);

/// <summary>A member of staff looks after it from now on, or, with null, nobody in particular any more.</summary>
public sealed record InquiryAssigned(StaffId? To, StaffId By);

/// <summary>Nothing more is to be said.</summary>
/// <param name="By">Null when the physician closed it.</param>
public sealed record InquiryClosed(StaffId? By);
