using System.Runtime.InteropServices;

namespace Baton.C1Z;

/// <summary>An entitlement on a resource, and the number of the action that it is named after.</summary>
[StructLayout(LayoutKind.Sequential)]
readonly record struct NamedEntitlement(int Entitlement, int Name)
{
    /// <summary>Of how many numbers it consists.</summary>
    public const int Numbers = 2;
}
