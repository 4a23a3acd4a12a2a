using Mamis.Kernel;

namespace Mamis.Notifications.Domain;

/// <summary>A member of the organisation's staff got the notice by mail too.</summary>
public sealed record StaffMailed(StaffId Staff);

/// <summary>A member of staff gets no mail of it, by choice or because the server refused; the page has it.</summary>
public sealed record StaffMailLeft(StaffId Staff, string Because);
