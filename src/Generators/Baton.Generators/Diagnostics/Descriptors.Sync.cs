using Microsoft.CodeAnalysis;
using static Baton.Generators.Diagnostics.Area;
using static Baton.Generators.Diagnostics.DescriptorFactory;

namespace Baton.Generators.Diagnostics;

static partial class Descriptors
{
    public static readonly DiagnosticDescriptor GetAsyncIsUnsupported = Error(
        "BATON2051",
        "Signature of GetAsync is unsupported",
        "'{1}.GetAsync' cannot be called: {2}. Supported: " + Signatures.Get + ".",
        ResourceTypes);

    public static readonly DiagnosticDescriptor EntitlementsMethodIsUnsupported = Error(
        "BATON3051",
        "Signature of an [Entitlements] method is unsupported",
        "'{1}.{2}' cannot be called for its [Entitlements]: {3}. Supported: " + Signatures.EntitlementsMethod + ".",
        Entitlements);
}
