select feeds.put_back();
