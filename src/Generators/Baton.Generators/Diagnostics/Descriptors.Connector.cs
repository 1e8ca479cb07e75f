using Microsoft.CodeAnalysis;
using static Baton.Generators.Diagnostics.Area;
using static Baton.Generators.Diagnostics.DescriptorFactory;

namespace Baton.Generators.Diagnostics;

static partial class Descriptors
{
    public static readonly DiagnosticDescriptor HostIsNotPartial = Error(
        DiagnosticIds.HostIsNotPartial,
        "Type is not partial",
        "Code is generated into '{0}' because of [{1}]: add the partial modifier to '{2}'",
        Connector);

    public static readonly DiagnosticDescriptor HostIsGeneric = Error(
        "BATON1002",
        "Annotated type is generic",
        "'{0}' with [{1}] is registered once, so it cannot be generic or nested in a generic type: remove the type parameters",
        Connector);

    public static readonly DiagnosticDescriptor HostIsNotAccessible = Error(
        "BATON1003",
        "Annotated type is not accessible",
        "Generated code in another file must name '{0}', but '{1}' is {2}: make it internal or public",
        Connector);

    public static readonly DiagnosticDescriptor HostCannotBeCreated = Error(
        "BATON1004",
        "Annotated type cannot be created",
        "One object of '{0}' is made because of [{1}], but the type {2}: {3}",
        Connector);

    public static readonly DiagnosticDescriptor MoreThanOneConnector = Error(
        "BATON1005",
        "More than one connector",
        "A program is one connector, but '{0}' and '{1}' are both marked with [Connector]: remove the attribute from one of them",
        Connector);

    public static readonly DiagnosticDescriptor ConnectorNameIsInvalid = Error(
        "BATON1006",
        "Name of the connector is invalid",
        "'{0}' cannot name the program of connector '{1}': use letters, digits, '-', '_' and '.', for example \"baton-acme\"",
        Connector);

    public static readonly DiagnosticDescriptor ConstructorIsAmbiguous = Error(
        "BATON1007",
        "No single constructor",
        "Generated code makes '{0}' and must know how, but the class has {1} public or internal constructors: leave exactly one",
        Connector);

    public static readonly DiagnosticDescriptor ConstructorParameterIsUnsupported = Error(
        "BATON1008",
        "Constructor parameter is unsupported",
        "The service container cannot supply '{0}' of type '{1}' to the constructor of '{2}': {3}",
        Connector);

    public static readonly DiagnosticDescriptor ServicesNeedEachOther = Warning(
        "BATON1009",
        "Constructors need each other",
        "'{0}' can never be made, since constructors need each other ({1}): take one of the objects as a method argument or through Lazy<T>",
        Connector);

    public static readonly DiagnosticDescriptor ServiceIsNotRegistered = Warning(
        "BATON1010",
        "Service is not registered",
        "The constructor of '{0}' takes '{1}', which {2} and which nothing registers: add 'static void ConfigureServices(IServiceCollection services)' to '{3}' and register it there",
        Connector);

    public static readonly DiagnosticDescriptor ValidateAsyncIsUnsupported = Error(
        "BATON1011",
        "Signature of ValidateAsync is unsupported",
        "'{0}.ValidateAsync' cannot be called: {1}. Supported: 'Task ValidateAsync(CancellationToken ct)', 'Task ValidateAsync()', and both with ValueTask.",
        Connector);

    public static readonly DiagnosticDescriptor ConfigureServicesIsUnsupported = Error(
        "BATON1012",
        "Signature of ConfigureServices is unsupported",
        "'{0}.ConfigureServices' cannot be called: {1}. Supported: 'static void ConfigureServices(IServiceCollection services)', 'static void ConfigureServices(IServiceCollection services, TConfig config)' with the [ConnectorConfig] record.",
        Connector);

    public static readonly DiagnosticDescriptor UrlIsNotHttps = Error(
        DiagnosticIds.UrlIsNotHttps,
        "Address is not https",
        "{0} of '{1}' is \"{2}\", which the protocol rejects: use an address that begins with https://",
        Connector);

    public static readonly DiagnosticDescriptor ValidateAsksNothing = Error(
        "BATON1101",
        "Validation asks nothing",
        "'{0}.ValidateAsync' calls nothing outside, so wrong credentials are found only in the middle of a sync: make the cheapest request that needs them, or remove the method",
        Connector);
}
