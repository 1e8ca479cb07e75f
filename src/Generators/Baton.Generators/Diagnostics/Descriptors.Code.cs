using Microsoft.CodeAnalysis;
using static Baton.Generators.Diagnostics.Area;
using static Baton.Generators.Diagnostics.DescriptorFactory;

namespace Baton.Generators.Diagnostics;

static partial class Descriptors
{
    public static readonly DiagnosticDescriptor TokenIsNotPassed = Warning(
        DiagnosticIds.TokenIsNotPassed,
        "Cancellation token is not passed",
        "'{0}' is not passed to '{1}', which takes a cancellation token: without it the call goes on after a deadline or a request to stop",
        Code);

    public static readonly DiagnosticDescriptor NoTokenIsTaken = Warning(
        DiagnosticIds.NoTokenIsTaken,
        "Method cannot be cancelled",
        "'{0}.{1}' takes no CancellationToken, so '{2}' cannot be stopped: add a parameter 'CancellationToken ct' and pass it on",
        Code);

    public static readonly DiagnosticDescriptor ClientIsMadeByHand = Warning(
        "BATON6003",
        "Client is made by hand",
        "'new {0}' goes around the runtime's clients, which wait for rate limits, map errors and have a time limit: take an HttpClient or an IHttpClientFactory in the constructor",
        Code);

    public static readonly DiagnosticDescriptor ErrorIsSwallowed = Warning(
        DiagnosticIds.ErrorIsSwallowed,
        "Error in a listing is swallowed",
        "{0} of '{1}' goes on after an error, so the sync would lack what could not be read, and what it lacks looks revoked: add 'throw;', or say what is missing through ISyncWarnings",
        Code);

    public static readonly DiagnosticDescriptor CauseIsLost = Warning(
        DiagnosticIds.CauseIsLost,
        "Cause of an error is lost",
        "{0} of '{1}' throws without what it caught, so the status that decides about repeating is lost: {2}",
        Code);

    public static readonly DiagnosticDescriptor PlainException = Warning(
        DiagnosticIds.PlainException,
        "Exception says nothing about its kind",
        "{0} of '{1}' throws System.Exception, from which nobody can tell whether to repeat: throw ConnectorException with an ErrorCode",
        Code);

    public static readonly DiagnosticDescriptor NullIsDereferenced = Error(
        DiagnosticIds.NullIsDereferenced,
        "Value that may be null is used",
        "'{0}' may be null here, and {1} of '{2}' would end the whole sync on the first row where it is: test it, or use '?.'",
        Code);

    public static readonly DiagnosticDescriptor SessionValueIsTakenForGranted = Error(
        "BATON6008",
        "Session value is taken for granted",
        "The result of '{0}' may be absent, since the session store forgets, and this fails without it: find the value out again, as GetOrAddAsync does",
        Code);
}
