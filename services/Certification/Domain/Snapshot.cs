using Mamis.Kernel;

namespace Mamis.Certification.Domain;

/// <summary>What a printed certificate says, as the code on it repeats it under signature.</summary>
/// <param name="IssuedOn">The day it was printed.</param>
/// <param name="Person">A digest of the printed name and birth date: it names nobody, and gives an edited paper away.</param>
public sealed record Snapshot(string Number, Scheme Scheme, Term Term, DateOnly IssuedOn, string Person);
