using Baton.Protocol.Connector.V2;
using Baton.Tests.Shared;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;

namespace Baton.Protocol.Tests;

public sealed class AnnotationsTests
{
    [Fact]
    public void A_packed_message_is_named_by_its_type_url()
    {
        var any = new ETag { Value = "v" }.ToAny();
        Assert.Equal("type.googleapis.com/c1.connector.v2.ETag", any.TypeUrl);
        Assert.Equal("c1.connector.v2.ETag", TypeUrls.NameOf(any.TypeUrl));
        Assert.Equal("v", any.Unpack<ETag>().Value);
    }

    [Theory]
    [InlineData("c1.x.Y", "c1.x.Y")]
    [InlineData("example.com/a/b/c1.x.Y", "c1.x.Y")]
    [InlineData("", "")]
    public void A_type_url_may_have_any_prefix(string typeUrl, string name) => Assert.Equal(name, TypeUrls.NameOf(typeUrl));

    [Fact]
    public void Equal_messages_are_packed_alike()
    {
        var one = new UserTrait { Profile = new() { Fields = { ["a"] = Value.ForNumber(1), ["b"] = Value.ForNumber(2) } } };
        var other = new UserTrait { Profile = new() { Fields = { ["b"] = Value.ForNumber(2), ["a"] = Value.ForNumber(1) } } };
        Assert.NotEqual(Any.Pack(one), Any.Pack(other));
        Assert.Equal(one.ToAny(), other.ToAny());
    }

    [Fact]
    public void Annotations_are_found_by_type()
    {
        var annotations = new Resource
        {
            Annotations =
            {
                new ChildResourceType { ResourceTypeId = "a" }.ToAny(),
                new RawId { Id = "r" }.ToAny(),
                new ChildResourceType { ResourceTypeId = "b" }.ToAny(),
            },
        }.Annotations;
        Assert.True(annotations.Has<RawId>());
        Assert.False(annotations.Has<ETag>());
        Assert.Equal("r", annotations.Find<RawId>()!.Id);
        Assert.Null(annotations.Find<ETag>());
        Assert.Equal(["a", "b"], annotations.FindAll<ChildResourceType>().Select(child => child.ResourceTypeId));
    }

    [Fact]
    public void Setting_replaces_the_first_of_the_type_and_removing_takes_all()
    {
        var annotations = new List<Any> { new RawId { Id = "1" }.ToAny(), new ETag().ToAny(), new RawId { Id = "2" }.ToAny() };
        annotations.Set(new RawId { Id = "3" });
        Assert.Equal(["3", "2"], annotations.FindAll<RawId>().Select(id => id.Id));
        annotations.Set(new V1Identifier { Id = "4" });
        Assert.Equal(4, annotations.Count);
        Assert.Equal(2, annotations.Remove<RawId>());
        Assert.Equal(0, annotations.Remove<RawId>());
        Assert.Equal(2, annotations.Count);
    }

    [Fact]
    public void A_broken_annotation_is_an_error_only_for_those_who_read_it()
    {
        var annotations = new[] { new Any { TypeUrl = TypeUrls.For(RawId.Descriptor), Value = ByteString.CopyFrom(0xFF) } };
        Assert.True(annotations.Has<RawId>());
        Assert.Null(annotations.Find<ETag>());
        Assert.Throws<InvalidProtocolBufferException>(() => annotations.Find<RawId>());
    }

    [Fact]
    public void Every_message_of_the_protocol_can_be_found_by_its_type_url()
    {
        foreach (var message in ProtocolTypes.Files.SelectMany(file => file.MessageTypes))
        {
            var packed = new RandomMessages(1, ProtocolTypes.Registry).Next(message).ToAny();
            Assert.Same(message, ProtocolTypes.Registry.Find(TypeUrls.NameOf(packed.TypeUrl)));
            Assert.Same(message, packed.Unpack(ProtocolTypes.Registry).Descriptor);
        }
    }
}
