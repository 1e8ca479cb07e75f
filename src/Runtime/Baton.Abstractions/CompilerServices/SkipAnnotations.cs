namespace Baton.CompilerServices;

/// <summary>What is not there to be asked for, as an annotation of a resource type or a resource.</summary>
static class SkipAnnotations
{
    internal static void Write(WireWriter writer, int field, bool entitlements, bool grants)
    {
        if (entitlements && grants)
            writer.EndAny(writer.BeginAny(field, "c1.connector.v2.SkipEntitlementsAndGrants"u8));
        else if (entitlements)
            writer.EndAny(writer.BeginAny(field, "c1.connector.v2.SkipEntitlements"u8));
        else if (grants)
            writer.EndAny(writer.BeginAny(field, "c1.connector.v2.SkipGrants"u8));
    }
}
