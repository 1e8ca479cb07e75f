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
}
