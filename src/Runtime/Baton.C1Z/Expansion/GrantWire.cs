using System.Text;
using Baton.CompilerServices;
using Baton.Protocol;
using Baton.Protocol.Connector.V2;
using Google.Protobuf;

namespace Baton.C1Z;

/// <summary>The parts of a stored <c>Grant</c> that expansion reads and writes; the others are copied as they are.</summary>
static class GrantWire
{
    const int Entitlement = Grant.EntitlementFieldNumber;
    const int Principal = Grant.PrincipalFieldNumber;
    const int Sources = Grant.SourcesFieldNumber;

    /// <summary>Whether the principal holds the entitlement directly: no sources, or the entitlement itself among them.</summary>
    public static bool IsDirect(ReadOnlySpan<byte> grant, ReadOnlySpan<byte> entitlementId)
    {
        var isDerived = false;
        for (var fields = new WireFields(grant); fields.Next();)
        {
            if (fields.Number != Sources)
                continue;
            for (var entries = new WireFields(fields.Value); entries.Next();)
            {
                if (entries.Number != GrantSources.SourcesFieldNumber)
                    continue;
                isDerived = true;
                if (Key(entries.Value).SequenceEqual(entitlementId))
                    return true;
            }
        }
        return !isDerived;
    }

    /// <summary>The sources of a grant.</summary>
    public static GrantSources SourcesOf(ReadOnlySpan<byte> grant)
    {
        var sources = new GrantSources();
        for (var fields = new WireFields(grant); fields.Next();)
        {
            if (fields.Number != Sources)
                continue;
            WireCheck.Run(fields.Value, GrantSources.Descriptor);
            sources.MergeFrom(fields.Value);
        }
        return sources;
    }

    /// <summary>Copies a grant and gives it other sources.</summary>
    public static void WithSources(WireWriter writer, ReadOnlySpan<byte> grant, GrantSources sources)
    {
        for (var fields = new WireFields(grant); fields.Next();)
        {
            if (fields.Number < Sources)
                writer.Raw(fields.Raw);
        }
        if (sources.Sources.Count > 0)
            writer.Bytes(Sources, DeterministicSerializer.ToByteArray(sources));
        for (var fields = new WireFields(grant); fields.Next();)
        {
            if (fields.Number > Sources)
                writer.Raw(fields.Raw);
        }
    }

    /// <summary>Copies the entitlement of a grant; when it has none, the ids alone.</summary>
    public static void CopyEntitlement(WireWriter writer, ReadOnlySpan<byte> grant, EntitlementNode node)
    {
        if (Copy(writer, grant, Entitlement))
            return;
        var entitlement = writer.Begin(Entitlement);
        var resource = writer.Begin(1);
        Id(writer, Encoding.UTF8.GetBytes(node.ResourceTypeId), Encoding.UTF8.GetBytes(node.ResourceId));
        writer.End(resource);
        writer.String(2, node.Id);
        writer.End(entitlement);
    }

    /// <summary>Copies the principal of a grant; when it has none, its id alone.</summary>
    public static void CopyPrincipal(WireWriter writer, ReadOnlySpan<byte> grant, ReadOnlySpan<byte> type, ReadOnlySpan<byte> id)
    {
        if (Copy(writer, grant, Principal))
            return;
        var principal = writer.Begin(Principal);
        Id(writer, type, id);
        writer.End(principal);
    }

    /// <summary>Writes the annotation that tells that nobody can revoke the grant itself.</summary>
    public static void Immutable(WireWriter writer) =>
        writer.EndAny(writer.BeginAny(Grant.AnnotationsFieldNumber, "c1.connector.v2.GrantImmutable"u8));

    /// <summary>Writes an entry of the map in <c>GrantSources</c>.</summary>
    public static void SourceEntry(WireWriter writer, string entitlementId, bool isDirect)
    {
        var entry = writer.Begin(GrantSources.SourcesFieldNumber);
        writer.StringAlways(1, entitlementId);
        var source = writer.Begin(2);
        writer.Bool(1, isDirect);
        writer.End(source);
        writer.End(entry);
    }

    static bool Copy(WireWriter writer, ReadOnlySpan<byte> grant, int field)
    {
        var isThere = false;
        for (var fields = new WireFields(grant); fields.Next();)
        {
            if (fields.Number != field)
                continue;
            writer.Raw(fields.Raw);
            isThere = true;
        }
        return isThere;
    }

    static void Id(WireWriter writer, ReadOnlySpan<byte> type, ReadOnlySpan<byte> id)
    {
        var mark = writer.Begin(1);
        writer.Bytes(1, type);
        writer.Bytes(2, id);
        writer.End(mark);
    }

    static ReadOnlySpan<byte> Key(ReadOnlySpan<byte> entry)
    {
        var key = ReadOnlySpan<byte>.Empty;
        for (var fields = new WireFields(entry); fields.Next();)
        {
            if (fields.Number == 1)
                key = fields.Value;
        }
        return key;
    }
}
